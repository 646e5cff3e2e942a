import { parentPort } from 'node:worker_threads';
import type { Job } from './job.ts';
import { runJob } from './run-job.ts';

// One job at a time: the pool sends the next when this one is answered. The bytes move, they are not copied.
parentPort?.on('message', (job: Job) => {
  const answer = runJob(job);
  parentPort?.postMessage(answer, answer.ok ? [answer.body.buffer] : []);
});
