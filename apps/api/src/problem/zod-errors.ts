import type { z } from 'zod';
import { MAX_ERRORS, type ProblemError } from './problem.ts';

/** What zod found, as errors that point into a JSON body. Each unknown member is an error of its own. */
export function pointerErrors(error: z.ZodError): ProblemError[] {
  return flatten(error).map(({ path, detail }) => ({ pointer: jsonPointer(path), detail }));
}

/** What zod found, as errors that name a query parameter. */
export function parameterErrors(error: z.ZodError): ProblemError[] {
  return flatten(error).map(({ path, detail }) => ({ parameter: String(path[0] ?? ''), detail }));
}

/** RFC 6901: `~` and `/` inside a name are written `~0` and `~1`; the whole document is the empty string. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

interface Finding {
  path: readonly PropertyKey[];
  detail: string;
}

function flatten(error: z.ZodError): Finding[] {
  return error.issues
    .slice(0, MAX_ERRORS)
    .flatMap((issue): Finding[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .slice(0, MAX_ERRORS)
            .map((key) => ({ path: [...issue.path, key], detail: 'There is no such option.' }))
        : [{ path: issue.path, detail: issue.message }],
    );
}
