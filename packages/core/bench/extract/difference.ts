import { tokenize } from '../../training/corpus.ts';

/** Most lines of each kind that are shown. */
const LINES = 12;

/** Lines of the answer that the reference lacks, and lines of the reference that the answer lacks. */
export function showDifference(text: string, reference: string): string {
  return [
    ...missing(text, reference).map((line) => `  + ${line}`),
    ...missing(reference, text).map((line) => `  - ${line}`),
  ].join('\n');
}

/** The longest lines of which most runs of three words do not stand in the other text. */
function missing(text: string, other: string): string[] {
  const known = new Set(runs(tokenize(other)));
  return text
    .split('\n')
    .filter((line) => {
      const own = runs(tokenize(line));
      return own.length > 0 && own.filter((run) => known.has(run)).length * 2 < own.length;
    })
    .toSorted((a, b) => b.length - a.length)
    .slice(0, LINES)
    .map((line) => (line.length > 150 ? `${line.slice(0, 150)}… (${line.length})` : line));
}

function runs(tokens: readonly string[]): string[] {
  if (tokens.length < 3) return tokens.length > 0 ? [tokens.join(' ')] : [];
  return tokens.slice(2).map((_, i) => tokens.slice(i, i + 3).join(' '));
}
