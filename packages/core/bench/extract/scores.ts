import { tokenize } from '../../training/corpus.ts';

export interface Score {
  f1: number;
  precision: number;
  recall: number;
}

/** Word F1 of WCXB: tokens as multisets; an empty reference asks for an empty answer. */
export function wordScore(text: string, reference: string): Score {
  return overlap(tokenize(text), tokenize(reference));
}

/** The same over runs of four words: order counts, so news sites' scattered extras weigh more. */
export function shingleScore(text: string, reference: string): Score {
  return overlap(shingles(tokenize(text)), shingles(tokenize(reference)));
}

function shingles(tokens: readonly string[]): string[] {
  if (tokens.length < 4) return tokens.length > 0 ? [tokens.join(' ')] : [];
  return tokens.slice(3).map((_, i) => tokens.slice(i, i + 4).join(' '));
}

function overlap(given: readonly string[], wanted: readonly string[]): Score {
  if (wanted.length === 0) {
    const value = given.length === 0 ? 1 : 0;
    return { f1: value, precision: value, recall: value };
  }
  const left = new Map<string, number>();
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of given) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    common++;
  }
  const precision = given.length > 0 ? common / given.length : 0;
  const recall = common / wanted.length;
  return { f1: common > 0 ? (2 * precision * recall) / (precision + recall) : 0, precision, recall };
}

/** Share of the snippets that stand in the text, white space and case aside; `undefined` where there are none. */
export function snippetRate(text: string, snippets: readonly string[]): number | undefined {
  if (snippets.length === 0) return undefined;
  const plain = squeeze(text);
  return snippets.filter((snippet) => plain.includes(squeeze(snippet))).length / snippets.length;
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
