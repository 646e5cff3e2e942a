import { type BlockTrace, cellWidth, type PageTrace, prefixWithin } from '@lede/core';

/** What is told of one input. */
export interface Why {
  input: string;
  /** Absent where nothing was cut: text, Markdown, a part of a page. */
  trace?: PageTrace;
  /** Why there is no article. */
  error?: string;
}

/** Columns, where nothing says how many there are. */
const WIDTH = 100;
/** So many columns stand before a path. */
const BEFORE_PATH = 20;

const SOURCES: Readonly<Record<PageTrace['source'], string>> = {
  blocks: 'Chosen block by block.',
  whole: 'Kept whole: a clean document. The scores say what would have been chosen.',
  data: 'Taken from the data that the page carries for its scripts; what the page shows was left out.',
};
const LEFT: Readonly<Record<NonNullable<BlockTrace['left']>, string>> = {
  score: 'left out',
  'ruled-out': 'ruled out at first sight',
  copy: 'a copy of an earlier block',
};

/**
 * How the article of a page was found, for a person to read and to paste into a report: kept blocks begin
 * with `+`, others with `-`, then come score, words and place, the text, and the features that decided.
 */
export function writeTrace({ input, trace, error }: Why, width: number = WIDTH): string {
  const lines = [input];
  if (error !== undefined) lines.push(error);
  if (trace) lines.push(...headOf(trace), ...trace.blocks.flatMap((block) => ['', ...linesOf(block, width)]));
  else if (error === undefined) lines.push('Kept whole: it is not a web page, or only a part of one.');
  return `${lines.join('\n')}\n`;
}

/** The same for programs. */
export function traceJson(whys: readonly Why[]): string {
  return `${JSON.stringify(whys.length === 1 ? whys[0] : whys, null, 2)}\n`;
}

function headOf({ source, blocks, confidence, cut, kinds }: PageTrace): string[] {
  const kept = blocks.filter((block) => block.kept);
  const likely = Object.entries(kinds)
    .filter(([, share]) => share >= 0.05)
    .toSorted(([, a], [, b]) => b - a);
  return [
    SOURCES[source],
    `Kept ${kept.length} of ${blocks.length} blocks, ${wordsOf(kept)} of ${wordsOf(blocks)} words. ` +
      `Cut ${cut.toFixed(2)}, confidence ${confidence.toFixed(2)}.`,
    `Kind of page: ${likely.map(([kind, share]) => `${kind} ${share.toFixed(2)}`).join(', ')}.`,
  ];
}

function wordsOf(blocks: readonly BlockTrace[]): number {
  return blocks.reduce((sum, { words }) => sum + words, 0);
}

function linesOf({ kept, score, words, path, left, text, reasons }: BlockTrace, width: number): string[] {
  const note = left === undefined ? '' : `  (${LEFT[left]})`;
  const room = width - BEFORE_PATH - note.length;
  // The end of a path says more than its beginning.
  const place = path.length <= room ? path : `…${path.slice(1 - Math.max(room, 2))}`;
  const head = `${kept ? '+' : '-'} ${score.toFixed(2)} ${String(words).padStart(5)} words  ${place}${note}`;
  return [head, `  ${cutOff(text, width - 2)}`, `  ${reasonsOf(reasons, width - 2)}`];
}

/** As many of the reasons as fit, whole. */
function reasonsOf(reasons: BlockTrace['reasons'], width: number): string {
  let line = '';
  for (const { feature, value, effect } of reasons) {
    const next = `${line === '' ? '' : ' · '}${feature} ${short(value)} ${signed(effect)}`;
    if (line !== '' && line.length + next.length > width) break;
    line += next;
  }
  return line;
}

function cutOff(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  return `${text.slice(0, prefixWithin(text, Math.max(width - 1, 1)))}…`;
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(2);
}

function signed(effect: number): string {
  return `${effect < 0 ? '−' : '+'}${Math.abs(effect).toFixed(2)}`;
}
