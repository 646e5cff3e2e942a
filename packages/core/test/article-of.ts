import fc from 'fast-check';
import type { Article } from '../src/article/types.ts';
import { buildArticle } from './arbitrary-article.ts';

/** An article of these paragraphs. */
export function articleOf(...paragraphs: readonly string[]): Article {
  return buildArticle(
    paragraphs.flatMap((text) => [
      { do: 'open', block: { type: 'paragraph' } } as const,
      { do: 'text', text } as const,
      { do: 'close' } as const,
    ]),
  );
}

/** Paragraphs of words of which none stands twice in the same place: what is cut from one is nowhere else. */
export const arbitraryStory: fc.Arbitrary<string[]> = fc
  .array(fc.array(fc.stringMatching(/^[a-z]{5,9}$/), { minLength: 12, maxLength: 30 }), { minLength: 3, maxLength: 6 })
  .map((paragraphs) => paragraphs.map((words, row) => words.map((word, i) => `${word}${row}x${i}`).join(' ')));
