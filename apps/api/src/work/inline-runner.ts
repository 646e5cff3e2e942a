import type { JobRunner } from './job.ts';
import { runJob } from './run-job.ts';

/** Does every job at once in this thread. */
export const inlineRunner: JobRunner = {
  run: (job) => Promise.resolve(runJob(job)),
  close: () => Promise.resolve(),
};
