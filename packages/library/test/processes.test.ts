/** Readers in processes of their own, on one folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { setMark } from '../src/state/change.ts';
import { openState } from '../src/store/state-store.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { article, IDENTITY, noteOf } from './written-article.ts';

/** Enough for the three to meet again and again. */
const SAVES = 15;
const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));

function startWriter(folder: string, name: string, count: number): ChildProcess {
  const args = ['--conditions', '@lede/source', WRITER, folder, name, String(count)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

function notesIn(folder: string): Set<string | undefined> {
  const { state, problem } = openState({ folder, now: () => new Date() }).load(IDENTITY);
  expect(problem).toBeUndefined();
  return new Set(state.highlights.map(({ note }) => note));
}

test('three readers that save at the same time lose nothing of each other', async () => {
  const folder = temporaryFolder();
  const names = ['a', 'bb', 'ccc'];
  const exits = await Promise.all(names.map((name) => once(startWriter(folder, name, SAVES), 'exit')));
  expect(exits.map(([code]) => code as unknown)).toEqual([0, 0, 0]);
  const expected = names.flatMap((name) => Array.from({ length: SAVES }, (_, n) => noteOf(name, n)));
  expect(notesIn(folder)).toEqual(new Set(expected));
  expect(readdirSync(folder)).toEqual(['articles']); // and no lock
}, 60_000);

// Where exactly it is killed differs from run to run; what holds does not.
test.each([1, 6])(
  'killed in the middle after save %i, a reader has lost nothing that was saved',
  async (kill) => {
    const folder = temporaryFolder();
    const child = startWriter(folder, 'a', 1000);
    if (!child.stdout) throw new Error('no output');
    let saved = -1;
    for await (const line of createInterface(child.stdout)) {
      saved = Number(line);
      if (saved === kill) child.kill('SIGKILL');
    }
    const notes = notesIn(folder);
    for (let n = 0; n <= saved; n++) expect(notes.has(noteOf('a', n))).toBe(true);

    // The next reader is not held up by what the killed one left.
    const store = openState({ folder, now: () => new Date() });
    const after = await store.save(setMark(store.load(IDENTITY).state, article, 'm', 3, new Date()));
    expect(after).toMatchObject({ ok: true, state: { marks: [{ letter: 'm' }] } });
    expect(readdirSync(folder)).not.toContain('lock');
    expect(readdirSync(path.join(folder, 'articles')).filter((name) => name.endsWith('.json'))).toHaveLength(1);
  },
  60_000,
);
