import type { ParseOptions } from '@lede/core';
import type { Failed } from '../problem/problem.ts';
import type { GivenOptions } from './known-meta.ts';

/** What the core is called with. */
interface ParseInput {
  input: string | Uint8Array;
  options: ParseOptions;
}

export type ParseInputResult = ({ ok: true } & ParseInput) | Failed;

/** Sorts the options of a request into the core's, where metadata has a place of its own. */
export function toParseOptions(given: GivenOptions, mediaType: string | undefined): ParseOptions {
  const { url, content, ...meta } = given;
  const options: ParseOptions = { meta };
  if (mediaType !== undefined) options.mediaType = mediaType;
  if (url !== undefined) options.url = url;
  if (content !== undefined) options.content = content;
  return options;
}
