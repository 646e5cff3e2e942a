/**
 * Writes what the trainer needs: features of every block (by the product's own code), labels, tokens.
 *
 *     node -C source training/dump.ts CORPUS_DIR OUT_DIR
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../src/read/html/parse-tree.ts';
import { FEATURE_NAMES, features } from '../src/extract/features.ts';
import { readHints } from '../src/extract/hints.ts';
import { eachClassWord, type Lexicon } from '../src/extract/lexicon.ts';
import { LEAD_WORDS, measure } from '../src/extract/measure.ts';
import { BREAK, cutPage, type Page } from '../src/extract/page.ts';
import { survey } from '../src/extract/survey.ts';
import { hashNext, HASH_SEED } from '../src/extract/words.ts';
import { lowerCode } from '../src/extract/characters.ts';
import { align } from './align.ts';
import { corpusIds, type CorpusPage, readCorpusPage, tokenize } from './corpus.ts';

/** Sites are spread over this many folds; a page's lexicon never saw its own fold. */
export const FOLDS = 5;
/** Words on fewer sites than this say too little. */
const MIN_SITES = 6;

interface Labelled {
  page: CorpusPage;
  fold: number;
  blocks: string[];
  tokens: Int32Array;
  starts: Int32Array;
  labels: Float32Array;
  /** Tokens of the reference, as ids of the page's own vocabulary. */
  reference: Int32Array;
}

export function blockTexts(page: Page): string[] {
  return page.blockElement.map((_, b) => {
    let text = '';
    for (let t = page.blockTexts[b]!; t < page.blockTexts[b + 1]!; t++) {
      if (page.textInline[t]! & BREAK) text += '\n';
      text += page.texts[t]!.value;
    }
    return text;
  });
}

export function label(corpusPage: CorpusPage, blocks: string[]): Omit<Labelled, 'page' | 'fold'> {
  const vocabulary = new Map<string, number>();
  const idOf = (token: string): number => {
    let id = vocabulary.get(token);
    if (id === undefined) vocabulary.set(token, (id = vocabulary.size));
    return id;
  };
  const reference = Int32Array.from(tokenize(corpusPage.reference), idOf);
  const starts = [0];
  const all: number[] = [];
  for (const text of blocks) {
    for (const token of tokenize(text)) all.push(idOf(token));
    starts.push(all.length);
  }
  const tokens = { ids: Int32Array.from(all), starts: Int32Array.from(starts) };
  const place = align(tokens, reference);
  const labels = new Float32Array(blocks.length);
  for (let b = 0; b < blocks.length; b++) {
    const from = starts[b]!;
    const to = starts[b + 1]!;
    let found = 0;
    for (let i = from; i < to; i++) if (place[i]! >= 0) found++;
    labels[b] = to > from ? found / (to - from) : -1;
  }
  return { blocks, tokens: tokens.ids, starts: tokens.starts, labels, reference };
}

/** Folds by site: a hash of the host name, so that the split is the same on every machine. */
export function foldOf(site: string): number {
  let hash = 0;
  for (let i = 0; i < site.length; i++) hash = (Math.imul(hash, 31) + site.charCodeAt(i)) >>> 0;
  return (hash >>> 4) % FOLDS;
}

interface Count {
  word: string;
  /** By fold: pages that hold the word, and the sum over them of the share of its text that is kept. */
  pages: Float64Array;
  kept: Float64Array;
}

class WordCounts {
  readonly counts: Map<number, Count> = new Map();

  /** Adds what one page says: by hash, the word, its tokens and how many of them are kept. */
  add(seen: Map<number, { word: string; tokens: number; kept: number }>, fold: number): void {
    for (const [hash, { word, tokens, kept }] of seen) {
      if (tokens === 0) continue;
      let count = this.counts.get(hash);
      if (!count) {
        count = { word, pages: new Float64Array(FOLDS), kept: new Float64Array(FOLDS) };
        this.counts.set(hash, count);
      }
      count.pages[fold]! += 1;
      count.kept[fold]! += kept / tokens;
    }
  }

  /** Weights in 1/16 of a log-odds, from all folds but one (-1: from all). */
  weights(without: number): Map<number, { word: string; weight: number }> {
    const weights = new Map<number, { word: string; weight: number }>();
    for (const [hash, { word, pages, kept }] of this.counts) {
      let n = 0;
      let k = 0;
      for (let f = 0; f < FOLDS; f++) {
        if (f === without) continue;
        n += pages[f]!;
        k += kept[f]!;
      }
      if (n < MIN_SITES) continue;
      // Drawn towards one half, by as much as four pages would.
      const share = (k + 2) / (n + 4);
      const weight = Math.round(16 * Math.log(share / (1 - share)));
      if (Math.abs(weight) >= 4) weights.set(hash, { word, weight });
    }
    return weights;
  }
}

function cut(corpusPage: CorpusPage): Page {
  return cutPage(parseDocument(corpusPage.html));
}

function main(): void {
  const [corpus, out] = process.argv.slice(2);
  if (corpus === undefined || out === undefined) throw new Error('usage: dump.ts CORPUS_DIR OUT_DIR');
  mkdirSync(out, { recursive: true });
  const classCounts = new WordCounts();
  const leadCounts = new WordCounts();
  const labelled: Labelled[] = [];
  for (const id of corpusIds(corpus)) {
    const corpusPage = readCorpusPage(corpus, id);
    const page = cut(corpusPage);
    const entry: Labelled = { page: corpusPage, fold: foldOf(corpusPage.site), ...label(corpusPage, blockTexts(page)) };
    countClasses(page, entry, classCounts);
    countLeads(page, entry, leadCounts);
    labelled.push(entry);
  }
  const lexicons = Array.from({ length: FOLDS + 1 }, (_, f) => {
    const strip = (w: Map<number, { weight: number }>): Map<number, number> =>
      new Map([...w].map(([h, { weight }]) => [h, weight]));
    const without = f === FOLDS ? -1 : f;
    return {
      classes: strip(classCounts.weights(without)),
      words: strip(leadCounts.weights(without)),
    } satisfies Lexicon;
  });
  const matrices: Float32Array[] = [];
  for (const { page: corpusPage, fold } of labelled) {
    const page = cut(corpusPage);
    const hints = readHints(page);
    matrices.push(features(survey(page, hints, measure(page, hints), lexicons[fold]!)));
  }
  const list = (w: Map<number, { word: string; weight: number }>): [string, number][] =>
    [...w.values()].map(({ word, weight }): [string, number] => [word, weight]).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(
    join(out, 'lexicon.json'),
    JSON.stringify({ classes: list(classCounts.weights(-1)), words: list(leadCounts.weights(-1)) }),
  );
  write(out, labelled, matrices);
}

function countClasses(page: Page, { labels, starts, fold }: Labelled, into: WordCounts): void {
  const kept = new Float64Array(labels.length + 1);
  const all = new Float64Array(labels.length + 1);
  for (let b = 0; b < labels.length; b++) {
    const tokens = starts[b + 1]! - starts[b]!;
    all[b + 1] = all[b]! + tokens;
    kept[b + 1] = kept[b]! + tokens * Math.max(0, labels[b]!);
  }
  const seen = new Map<number, { word: string; tokens: number; kept: number; end: number }>();
  page.elements.forEach((_, e) => {
    const names = page.elementClass[e]!;
    const first = page.elementFirst[e]!;
    const end = page.elementEnd[e]!;
    eachClassWord(names, (hash, from, to) => {
      let entry = seen.get(hash);
      if (!entry) seen.set(hash, (entry = { word: names.slice(from, to).toLowerCase(), tokens: 0, kept: 0, end: 0 }));
      // Elements inside one that has the word already were counted with it.
      if (first < entry.end) return;
      entry.tokens += all[end]! - all[first]!;
      entry.kept += kept[end]! - kept[first]!;
      entry.end = end;
    });
  });
  into.add(seen, fold);
}

function countLeads(page: Page, { blocks, labels, fold }: Labelled, into: WordCounts): void {
  const seen = new Map<number, { word: string; tokens: number; kept: number }>();
  for (let b = 0; b < blocks.length; b++) {
    if (labels[b]! < 0) continue;
    const words = blocks[b]!.slice(0, 400).match(/[\p{L}\p{N}_]+/gu) ?? [];
    for (const word of new Set(words.slice(0, LEAD_WORDS))) {
      let hash = HASH_SEED;
      for (let i = 0; i < word.length; i++) hash = hashNext(hash, lowerCode(word.charCodeAt(i)));
      let entry = seen.get(hash);
      if (!entry) seen.set(hash, (entry = { word: word.toLowerCase(), tokens: 0, kept: 0 }));
      // Long blocks are known by other signs; the words of short ones count most.
      const weight = words.length <= LEAD_WORDS ? 1 : 0.25;
      entry.tokens += weight;
      entry.kept += weight * labels[b]!;
    }
  }
  void page;
  into.add(seen, fold);
}

function write(out: string, labelled: readonly Labelled[], matrices: readonly Float32Array[]): void {
  const pages = labelled.map(({ page, fold, blocks, reference }) => ({
    id: page.id,
    type: page.type,
    site: page.site,
    fold,
    blocks: blocks.length,
    reference: reference.length,
  }));
  const join32 = (parts: readonly Int32Array[]): Int32Array => {
    const all = new Int32Array(parts.reduce((n, p) => n + p.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };
  writeFileSync(join(out, 'meta.json'), JSON.stringify({ features: FEATURE_NAMES, folds: FOLDS, pages }));
  writeFileSync(join(out, 'tokens.i32'), join32(labelled.map((l) => l.tokens)));
  writeFileSync(join(out, 'starts.i32'), join32(labelled.map((l) => l.starts)));
  writeFileSync(join(out, 'reference.i32'), join32(labelled.map((l) => l.reference)));
  const rows = matrices.reduce((n, m) => n + m.length, 0);
  const x = new Float32Array(rows);
  const y = new Float32Array(rows / FEATURE_NAMES.length);
  let at = 0;
  let row = 0;
  labelled.forEach(({ labels }, i) => {
    x.set(matrices[i]!, at);
    at += matrices[i]!.length;
    y.set(labels, row);
    row += labels.length;
  });
  writeFileSync(join(out, 'x.f32'), x);
  writeFileSync(join(out, 'y.f32'), y);
}

if (import.meta.main) main();
