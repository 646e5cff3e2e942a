import type { Format } from '../parse/format.ts';
import type { Failed } from '../problem/problem.ts';

/** What a request asks for, as plain data that can go to a worker. */
export type Job =
  | {
      kind: 'parse';
      bytes: Uint8Array<ArrayBuffer>;
      contentType: string | undefined;
      /** The query, with its `?`. */
      search: string;
      format: Format;
    }
  | { kind: 'validate'; bytes: Uint8Array<ArrayBuffer> };

/** The answer's body and its Content-Type, or why there is none. */
export type JobAnswer = { ok: true; contentType: string; body: Uint8Array<ArrayBuffer> } | Failed;

/** Does jobs, in this thread or in others. */
export interface JobRunner {
  /** Never rejects. An aborted job that waits is dropped. */
  run(job: Job, signal: AbortSignal): Promise<JobAnswer>;
  close(): Promise<void>;
}
