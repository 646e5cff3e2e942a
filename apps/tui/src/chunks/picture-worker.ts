import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { Decoder } from '../pictures/decode/decode.ts';
import { makePicture } from '../pictures/make-picture.ts';
import type { PictureJob } from '../pictures/picture.ts';
import type { WorkshopAnswer } from '../pictures/workshop.ts';

const decoder = new Decoder((codec) => readFileSync(path.join(__dirname, codec)));

parentPort?.on('message', (job: PictureJob) => {
  makePicture(job, decoder).then(
    (picture) => answer({ ok: true, picture }),
    (error: unknown) => answer({ ok: false, reason: error instanceof Error ? error.message : 'not an image' }),
  );
});

function answer(message: WorkshopAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(message);
}
