import { z } from 'zod';
import { parseJson } from '../body/parse-json.ts';
import { failed } from '../problem/problem.ts';
import { pointerErrors } from '../problem/zod-errors.ts';
import { type ParseInputResult, toParseOptions } from './input.ts';
import { type GivenOptions, listOptions, MAX_LIST, scalarOptions } from './known-meta.ts';

/** The JSON body of `POST /v1/parse`: the input under the name of its format, and options beside it. */
export interface ParseRequest extends GivenOptions {
  text?: string;
  markdown?: string;
  html?: string;
}

/** The members that can hold the input, and what it then is. */
const INPUTS = { text: 'text/plain', markdown: 'text/markdown', html: 'text/html' } as const;
const INPUT_NAMES = Object.keys(INPUTS) as (keyof typeof INPUTS)[]; // its keys, no others

const input = z.string().exactOptional();

export const ParseRequestSchema: z.ZodType<ParseRequest> = z
  .strictObject({
    text: input.meta({ description: 'The article as plain text.' }),
    markdown: input.meta({ description: 'The article as Markdown (CommonMark, GFM, front matter).' }),
    html: input.meta({ description: 'The article as HTML: a whole page or a fragment.' }),
    ...scalarOptions,
    ...listOptions,
  })
  .refine((body) => INPUT_NAMES.filter((name) => body[name] !== undefined).length === 1, {
    message: 'Exactly one of text, markdown and html must be given.',
  })
  .meta({
    id: 'ParseRequest',
    description: 'Exactly one of `text`, `markdown` and `html`, and what else is known of the article.',
    // JSON Schema cannot see the refinement above, so it is said in its words.
    override: ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => {
      jsonSchema['oneOf'] = INPUT_NAMES.map((name) => ({ required: [name] }));
    },
    example: { markdown: '# Hello\n\nWorld.', url: 'https://example.com/hello' },
  });

/** Reads the JSON body of a parse request. */
export function readJsonRequest(bytes: Uint8Array): ParseInputResult {
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const long = tooLongList(json.value);
  if (long !== undefined) {
    const detail = `More than ${MAX_LIST} items.`;
    return failed('request-invalid', undefined, [{ pointer: `/${long}`, detail }]);
  }
  const checked = ParseRequestSchema.safeParse(json.value);
  if (!checked.success) return failed('request-invalid', undefined, pointerErrors(checked.error));
  const { text, markdown, html, ...given } = checked.data;
  const name = text === undefined ? (markdown === undefined ? 'html' : 'markdown') : 'text';
  return { ok: true, input: text ?? markdown ?? html ?? '', options: toParseOptions(given, INPUTS[name]) };
}

/**
 * The name of a list that is longer than the schema allows. zod would look at every item first, and keep
 * an issue for each: gigabytes, for ten megabytes of `1,1,1`.
 */
function tooLongList(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const lists = Object.entries(value).filter(([name]) => Object.hasOwn(listOptions, name));
  return lists.find(([, list]) => Array.isArray(list) && list.length > MAX_LIST)?.[0];
}
