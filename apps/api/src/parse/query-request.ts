import { z } from 'zod';
import { type Failed, failed } from '../problem/problem.ts';
import { parameterErrors } from '../problem/zod-errors.ts';
import { type GivenOptions, scalarOptions } from './known-meta.ts';

/** The query of `POST /v1/parse`: the options of a JSON body, for bodies that are the input itself. */
export interface ParseQuery extends Omit<GivenOptions, 'authors'> {
  /** What the bytes are in; JSON is always UTF-8 and has no such option. */
  charset?: string;
  /** Names; a link for each has its place in a JSON body only. */
  authors?: string[];
}

const names = z.array(z.string().min(1)).exactOptional();

export const ParseQuerySchema: z.ZodType<ParseQuery, Record<string, unknown>> = z.strictObject({
  ...scalarOptions,
  charset: z.string().min(1).exactOptional().meta({
    description: 'The encoding of the body. It must exist, where the charset of a Content-Type is only a hint.',
  }),
  authors: names.meta({ description: 'Names; given once for each author.' }),
  tags: names.meta({ description: 'Given once for each tag.' }),
});

const LISTS: ReadonlySet<string> = new Set(['authors', 'tags']);

export type QueryResult = { ok: true; options: GivenOptions; charset?: string } | Failed;

/** Reads the query, `?` included or not. A parameter that is no list may stand once. */
export function readQuery(search: string): QueryResult {
  const given = new Map<string, string | string[]>();
  const parameters = new URLSearchParams(search);
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    // A list where a string should be fails the schema below.
    given.set(name, values.length > 1 || LISTS.has(name) ? values : (values[0] ?? ''));
  }
  const checked = ParseQuerySchema.safeParse(Object.fromEntries(given));
  if (!checked.success) return failed('request-invalid', undefined, parameterErrors(checked.error));
  const { authors, charset, ...rest } = checked.data;
  const options = authors === undefined ? rest : { ...rest, authors: authors.map((name) => ({ name })) };
  return charset === undefined ? { ok: true, options } : { ok: true, options, charset };
}
