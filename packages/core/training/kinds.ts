import { KIND_UNIT, type KindModel, PAGE_KINDS } from '../src/extract/page-kind.ts';

/** Words on fewer pages than this say too little, on more than nine tenths of them nothing. */
const MIN_PAGES = 12;
/** How many words the model keeps: those with the greatest weights. */
const MAX_WORDS = 2000;
const ROUNDS = 60;
const RATE = 0.05;
/** Pull of every weight towards nothing. */
const DECAY = 0.004;

const KIND_OF_TYPE: Readonly<Record<string, (typeof PAGE_KINDS)[number]>> = {
  article: 'reading',
  documentation: 'reading',
  forum: 'thread',
  product: 'shop',
  collection: 'shop',
  listing: 'shop',
  service: 'service',
};

/** The number of the kind that a page type belongs to. */
export function kindOfType(type: string): number {
  return PAGE_KINDS.indexOf(KIND_OF_TYPE[type] ?? 'reading');
}

/** Logistic regression on the words of pages, by stochastic gradient descent in the order of the pages. */
export function trainKinds(pages: readonly { words: Int32Array; kind: number }[]): KindModel {
  const counts = new Map<number, number>();
  for (const { words } of pages) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].filter(([, n]) => n >= MIN_PAGES && n < 0.9 * pages.length).map(([word]) => word);
  const first = descend(pages, common);
  const strength = (word: number): number => Math.max(...(first.words.get(word) ?? [0]).map(Math.abs));
  const chosen = common.toSorted((a, b) => strength(b) - strength(a) || a - b).slice(0, MAX_WORDS);
  const { bias, words } = descend(pages, chosen);
  return {
    bias: bias.map((value) => Math.round(value * KIND_UNIT)),
    words: new Map(chosen.map((word) => [word, Int8Array.from(words.get(word) ?? [], wholeWeight)])),
  };
}

function wholeWeight(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value * KIND_UNIT)));
}

function descend(
  pages: readonly { words: Int32Array; kind: number }[],
  known: readonly number[],
): { bias: number[]; words: Map<number, number[]> } {
  const words = new Map(known.map((word) => [word, PAGE_KINDS.map(() => 0)]));
  const bias = PAGE_KINDS.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round / 5);
    // A stride that shares no factor with the number of pages visits all of them, well mixed.
    for (let i = 0, at = 0; i < pages.length; i++, at = (at + 7919) % pages.length) {
      const page = pages[at];
      if (!page) continue;
      const rows = [...page.words].map((word) => words.get(word)).filter((row) => row !== undefined);
      const scale = 1 / Math.sqrt(rows.length + 1);
      const scores = bias.map((b, k) => b + rows.reduce((sum, row) => sum + (row[k] ?? 0), 0));
      const best = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - best));
      const sum = shares.reduce((a, b) => a + b, 0);
      shares.forEach((share, k) => {
        const slope = share / sum - (k === page.kind ? 1 : 0);
        bias[k] = (bias[k] ?? 0) - rate * slope;
        for (const row of rows) row[k] = (row[k] ?? 0) * (1 - rate * DECAY) - rate * scale * slope;
      });
    }
  }
  return { bias, words };
}
