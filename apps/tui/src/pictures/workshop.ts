import { Worker } from 'node:worker_threads';
import type { Picture, PictureJob } from './picture.ts';

/** What the worker answers to a job. */
export type WorkshopAnswer = { ok: true; picture: Picture } | { ok: false; reason: string };

/** A photograph takes half a second. Broken ones have been seen to keep a decoder busy for ever. */
const JOB_MS = 8000;
/** A decoder keeps the memory of the largest image it has seen; it goes when there is nothing to do. */
const IDLE_MS = 5000;
/** Megabytes of the worker's heap; pixels lie outside it and are bounded by the decoder. */
const HEAP_MB = 256;

/**
 * Makes pictures in a thread of its own, one after the other, so that no key waits for an image. The thread starts
 * with the first job, ends when it is idle, and is ended where an image takes too long.
 */
export class Workshop {
  readonly #file: string;
  readonly #jobMs: number;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** `file`: path of the bundled worker. `jobMs`: how long an image may take. */
  constructor(file: string, jobMs: number = JOB_MS) {
    this.#file = file;
    this.#jobMs = jobMs;
  }

  /** Does a job when those before it are done. Rejects with the reason. */
  make(job: PictureJob): Promise<Picture> {
    const made = this.#last.then(() => this.#make(job));
    this.#last = made.catch(() => undefined);
    return made;
  }

  async #make(job: PictureJob): Promise<Picture> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const answer = await answerTo(worker, job, this.#jobMs).catch((error: unknown) => {
      this.close();
      throw error;
    });
    this.#idle = setTimeout(() => this.close(), IDLE_MS).unref();
    if (!answer.ok) throw new Error(answer.reason);
    return answer.picture;
  }

  close(): void {
    clearTimeout(this.#idle);
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    // Nothing that it prints may reach the screen.
    const options = { stdout: true, stderr: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } };
    const worker = new Worker(this.#file, options);
    worker.unref();
    return worker;
  }
}

function answerTo(worker: Worker, job: PictureJob, most: number): Promise<WorkshopAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<WorkshopAnswer>();
  const late = setTimeout(() => reject(new Error('the image takes too long')), most);
  const ended = (): void => reject(new Error('the image was too much'));
  worker.once('message', resolve).once('error', reject).once('exit', ended);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(job);
  return promise.finally(() => {
    clearTimeout(late);
    worker.off('message', resolve).off('error', reject).off('exit', ended);
  });
}
