import { answerParse } from '../parse/answer-parse.ts';
import { answerValidate } from '../validate/answer-validate.ts';
import type { Job, JobAnswer } from './job.ts';

/** Does one job, in whatever thread it is called. Never throws: a fault in our own code is a failure too. */
export function runJob(job: Job): JobAnswer {
  try {
    return job.kind === 'parse' ? answerParse(job) : answerValidate(job.bytes);
  } catch (error) {
    return { ok: false, failure: { code: 'internal', trace: error instanceof Error ? String(error.stack) : '' } };
  }
}
