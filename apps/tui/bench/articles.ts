import { writeFileSync } from 'node:fs';
import path from 'node:path';

const WORDS =
  'river harbour stone bridge morning keeper letter winter garden window market engine paper silence mountain story number light question answer winding copper'.split(
    ' ',
  );

/** The same words in the same order for the same seed: a linear congruential generator. */
function sentences(seed: number): () => string {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  return () => {
    const words = Array.from({ length: 6 + next(14) }, () => WORDS[next(WORDS.length)]).join(' ');
    return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
  };
}

/** The column at which lines of old texts end. */
const WRAPPED = 80;
const FULL_LINE = new RegExp(`(.{1,${WRAPPED}})(?: |$)`, 'g');

/**
 * Writes a text of about `bytes` bytes, in paragraphs of a few sentences, and returns its path. A paragraph is one
 * line, or, `wrapped`, lines of 80 columns.
 */
export function writeText(folder: string, name: string, bytes: number, wrapped: boolean = false): string {
  const sentence = sentences(1);
  const parts: string[] = [`The ${name} article`];
  for (let size = 0; size < bytes;) {
    const paragraph = Array.from({ length: 5 }, sentence).join(' ');
    parts.push(wrapped ? paragraph.replace(FULL_LINE, '$1\n').trimEnd() : paragraph);
    size += paragraph.length + 2;
  }
  const file = path.join(folder, `${name}.txt`);
  writeFileSync(file, parts.join('\n\n'));
  return file;
}

/** Writes a text of `count` short paragraphs, each of one line. */
export function writeLines(folder: string, name: string, count: number): string {
  const sentence = sentences(2);
  const file = path.join(folder, `${name}.txt`);
  const lines = Array.from({ length: count }, (_, i) => `${i + 1} ${sentence().slice(0, 56)}.`);
  writeFileSync(file, [`The ${name} article`, ...lines].join('\n\n'));
  return file;
}
