import type { Lexicon } from '../src/extract/lexicon.ts';
import { PAGE_KINDS } from '../src/extract/page-kind.ts';

/** A word's share on pages of one kind is drawn towards its share on all, as much as so many pages would. */
const PRIOR_PAGES = 4;
/** Weights below this on every kind are not worth their bytes; 1/16 of a log-odds. */
const MIN_WEIGHT = 6;

interface Count {
  /** By fold and kind: pages that hold the word, and the sum over them of the share of its text that is kept. */
  pages: Float64Array;
  kept: Float64Array;
}

/** What pages say about words: how much of the text that has the word belongs to the article. */
export class WordCounts {
  readonly #counts: Map<number, Count> = new Map();
  readonly #folds: number;
  readonly #minPages: number;

  /** Words on fewer pages than `minPages` say too little. */
  constructor(folds: number, minPages: number) {
    this.#folds = folds;
    this.#minPages = minPages;
  }

  /** Adds one page: by the word's hash, its tokens and how many of them are kept. */
  add(seen: ReadonlyMap<number, { tokens: number; kept: number }>, fold: number, kind: number): void {
    const cells = this.#folds * PAGE_KINDS.length;
    for (const [hash, { tokens, kept }] of seen) {
      if (tokens === 0) continue;
      let count = this.#counts.get(hash);
      if (!count) {
        count = { pages: new Float64Array(cells), kept: new Float64Array(cells) };
        this.#counts.set(hash, count);
      }
      const cell = fold * PAGE_KINDS.length + kind;
      count.pages[cell] = (count.pages[cell] as number) + 1;
      count.kept[cell] = (count.kept[cell] as number) + kept / tokens;
    }
  }

  /** Weights from all folds but one (-1: from all). */
  weights(without: number): Lexicon {
    const weights = new Map<number, Int8Array>();
    for (const [hash, count] of this.#counts) {
      const byKind = PAGE_KINDS.map((_, kind) => this.#sum(count, kind, without));
      const pages = byKind.reduce((sum, kind) => sum + kind.pages, 0);
      if (pages < this.#minPages) continue;
      // Drawn towards one half, as much as four pages would.
      const share = (byKind.reduce((sum, kind) => sum + kind.kept, 0) + 2) / (pages + 4);
      const row = Int8Array.from(byKind, (kind) => {
        const own = (kind.kept + PRIOR_PAGES * share) / (kind.pages + PRIOR_PAGES);
        return Math.max(-127, Math.min(127, Math.round(16 * Math.log(own / (1 - own)))));
      });
      if (row.some((weight) => Math.abs(weight) >= MIN_WEIGHT)) weights.set(hash, row);
    }
    return weights;
  }

  #sum({ pages, kept }: Count, kind: number, without: number): { pages: number; kept: number } {
    const sum = { pages: 0, kept: 0 };
    for (let fold = 0; fold < this.#folds; fold++) {
      if (fold === without) continue;
      const cell = fold * PAGE_KINDS.length + kind;
      sum.pages += pages[cell] as number;
      sum.kept += kept[cell] as number;
    }
    return sum;
  }
}
