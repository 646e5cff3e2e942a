import { Worker } from 'node:worker_threads';
import { failed } from '../problem/problem.ts';
import type { Job, JobAnswer, JobRunner } from './job.ts';
import { runJob } from './run-job.ts';

export interface PoolOptions {
  /** Threads at most; each starts when there is work for it, and stays. */
  size: number;
  /** Jobs that may wait for a thread; one more is refused with `busy`. */
  maxQueue?: number;
  /** How long one job may run, in ms; then its thread is ended and the answer is `input-too-complex`. */
  timeoutMs?: number;
  /** Jobs of at most this many bytes are done in this thread. */
  inlineBytes?: number;
  /** The heap of a thread, in MB; one that needs more ends, and its job is `input-too-complex`. */
  maxHeapMb?: number;
}

/**
 * 16 KiB cost the main thread 3 to 6 ms as prose and 20 ms at worst (thousands of one-letter paragraphs),
 * which other requests do not notice; 64 KiB cost four times that.
 */
const INLINE_BYTES = 16 * 1024;
/** A waiting job holds its body in memory, and its client is better told to come back. */
const MAX_QUEUE = 32;
/** Twice what 10 MB of the slowest format, Markdown, take on one core to themselves. */
const TIMEOUT_MS = 60_000;
/** A hostile document must end its thread, not the process. 10 MB of ordinary Markdown need 1.4 GB. */
const MAX_HEAP_MB = 2048;
/**
 * Heap for each byte of the body. The worst JSON (`[{},{},…`) takes 28 bytes a byte, and takes them inside
 * the engine, where running out of the heap ends the process whatever the thread's limit says.
 */
const HEAP_PER_BYTE = 40;

/** The heap, in MB, that a thread needs so that no body of `maxBody` bytes can end the process. */
export function heapFor(maxBody: number): number {
  return Math.max(MAX_HEAP_MB, Math.ceil((HEAP_PER_BYTE * maxBody) / 1e6));
}

const fromSource = import.meta.url.endsWith('.ts');
const WORKER = new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url);

interface Waiting {
  job: Job;
  settle: (answer: JobAnswer) => void;
}

/** Worker threads for bodies that would keep other requests waiting; small ones are done at once. */
export class WorkerPool implements JobRunner {
  readonly #size: number;
  readonly #maxQueue: number;
  readonly #timeoutMs: number;
  readonly #inlineBytes: number;
  readonly #maxHeapMb: number;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #queue: Waiting[] = [];

  constructor(options: PoolOptions) {
    this.#size = options.size;
    this.#maxQueue = options.maxQueue ?? MAX_QUEUE;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.#inlineBytes = options.inlineBytes ?? INLINE_BYTES;
    this.#maxHeapMb = options.maxHeapMb ?? MAX_HEAP_MB;
  }

  run(job: Job, signal: AbortSignal): Promise<JobAnswer> {
    if (job.bytes.length <= this.#inlineBytes) return Promise.resolve(runJob(job));
    return new Promise((settle) => {
      const waiting: Waiting = { job, settle };
      const worker = this.#idle.pop() ?? (this.#all.size < this.#size ? this.#start() : undefined);
      if (worker) this.#assign(worker, waiting);
      else if (this.#queue.length >= this.#maxQueue) settle(failed('busy', 'Too many large inputs are waiting.'));
      else {
        this.#queue.push(waiting);
        signal.addEventListener('abort', () => this.#drop(waiting), { once: true });
      }
    });
  }

  /** Ends the threads. Call it when no job is wanted any more: what still runs or waits gets `shutting-down`. */
  async close(): Promise<void> {
    for (const waiting of this.#queue.splice(0)) waiting.settle(failed('shutting-down'));
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = new Worker(WORKER, {
      // From source the core must come from source too, whatever this process was started with.
      ...(fromSource ? { execArgv: ['--conditions', '@lede/source'] } : {}),
      resourceLimits: { maxOldGenerationSizeMb: this.#maxHeapMb },
    });
    this.#all.add(worker);
    worker.on('exit', () => this.#lost(worker));
    // The job that runs hears of an error too; without a listener it would end the process.
    worker.on('error', () => {});
    return worker;
  }

  #assign(worker: Worker, { job, settle }: Waiting): void {
    const timer = setTimeout(() => {
      finish(failed('input-too-complex', `More than ${this.#timeoutMs} ms.`));
      void worker.terminate();
    }, this.#timeoutMs);
    const finish = (answer: JobAnswer): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle(answer);
    };
    const onMessage = (answer: JobAnswer): void => {
      finish(answer);
      this.#next(worker);
    };
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        finish(failed('input-too-complex', `More than ${this.#maxHeapMb} MB of memory.`));
      } else finish({ ok: false, failure: { code: 'internal', trace: String(error.stack) } });
    };
    const onExit = (): void => finish(failed('shutting-down'));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job, [job.bytes.buffer]);
  }

  #next(worker: Worker): void {
    const waiting = this.#queue.shift();
    if (waiting) this.#assign(worker, waiting);
    else this.#idle.push(worker);
  }

  /** A thread is gone; another takes its place where work waits. */
  #lost(worker: Worker): void {
    this.#all.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#queue.length > 0 && this.#all.size < this.#size) this.#next(this.#start());
  }

  #drop(waiting: Waiting): void {
    const at = this.#queue.indexOf(waiting);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    waiting.settle(failed('body-incomplete'));
  }
}
