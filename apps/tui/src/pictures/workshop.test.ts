import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { PictureJob } from './picture.ts';
import { Workshop } from './workshop.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lede-workshop-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A worker whose jobs are scripts: the bytes of a job are what it runs. */
const file = path.join(folder, 'worker.cjs');
writeFileSync(
  file,
  `const { parentPort } = require('node:worker_threads');
   parentPort.on('message', ({ bytes }) => {
     const answer = (reason) => parentPort.postMessage({ ok: false, reason });
     eval(Buffer.from(bytes).toString());
   });`,
);

function job(script: string): PictureJob {
  const cell = { width: 10, height: 20 };
  return { bytes: Buffer.from(script), box: { columns: 1, rows: 1 }, cell, form: { protocol: 'blocks' } };
}

/** Does jobs one after the other; gives why each failed. */
async function reasons(scripts: readonly string[]): Promise<string[]> {
  const workshop = new Workshop(file, 500);
  onTestFinished(() => workshop.close());
  const told: string[] = [];
  for (const script of scripts) {
    told.push(
      await workshop.make(job(script)).then(
        () => 'made',
        (error: Error) => error.message,
      ),
    );
  }
  return told;
}

test('goes on after an image that takes for ever, kills its thread or throws', async () => {
  expect(
    await reasons([
      `answer('not an image')`,
      `for (;;);`,
      `answer('one')`,
      `process.exit(3)`,
      `answer('two')`,
      `throw new Error('out of paper')`,
      `answer('three')`,
    ]),
  ).toEqual([
    'not an image',
    'the image takes too long',
    'one',
    'the image was too much',
    'two',
    'out of paper',
    'three',
  ]);
});
