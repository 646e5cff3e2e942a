import type { MediaType } from '../article/types.ts';

/** Guesses what a text is. */
export function sniff(text: string): MediaType {
  return /^\s*</.test(text) ? 'text/html' : 'text/plain';
}
