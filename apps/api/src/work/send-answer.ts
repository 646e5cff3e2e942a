import type { Request, Response } from 'express';
import { sendProblem } from '../problem/send.ts';
import type { Job, JobRunner } from './job.ts';

/** Has the job done and sends what comes of it. A job whose client has gone is not started. */
export async function sendAnswer(req: Request, res: Response, runner: JobRunner, job: Job): Promise<void> {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const answer = await runner.run(job, gone.signal);
  if (gone.signal.aborted) return;
  if (!answer.ok) {
    sendProblem(req, res, answer.failure);
    return;
  }
  // Node's `setHeader`, because Express's `set` would add a charset to JSON, which has none.
  res.setHeader('Content-Type', answer.contentType);
  res.setHeader('Content-Length', answer.body.length);
  // It answers this request alone, and may hold what the caller keeps to themselves.
  res.setHeader('Cache-Control', 'no-store');
  res.end(answer.body);
}
