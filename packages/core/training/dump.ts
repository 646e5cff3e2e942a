/**
 * Writes what the trainer needs: features of every block (by the product's own code), labels, tokens, and
 * the words that the model knows.
 *
 *     node -C @lede/source training/dump.ts OUT_DIR CORPUS_DIR …
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURE_NAMES, features } from '../src/extract/features.ts';
import { readHints } from '../src/extract/hints.ts';
import { eachClassWord } from '../src/extract/class-words.ts';
import { PageLexicon } from '../src/extract/lexicon.ts';
import type { LinearModel } from '../src/extract/linear.ts';
import { measure } from '../src/extract/measure.ts';
import { type KindModel, pageKind } from '../src/extract/page-kind.ts';
import { pageWords } from '../src/extract/page-words.ts';
import type { Page } from '../src/extract/page.ts';
import { findHeadings, headingsAbove, survey } from '../src/extract/survey.ts';
import { kindOfType, trainKinds } from './kinds.ts';
import { blockTexts, label, type Labels } from './labels.ts';
import { cutTrainingPage, FOLDS, isMadeUp, listPages, type TrainingPage } from './training-pages.ts';
import { WordCounts } from './word-counts.ts';
import { WordExamples } from './word-examples.ts';

interface Entry extends Labels {
  page: TrainingPage;
  kind: number;
  /** Hashes that tell the kind of page. */
  words: Int32Array;
}

function main(): void {
  const [out, ...corpora] = process.argv.slice(2);
  if (out === undefined || corpora.length === 0) throw new Error('usage: dump.ts OUT_DIR CORPUS_DIR …');
  mkdirSync(out, { recursive: true });
  const classes = new WordCounts(FOLDS, 8);
  const examples = new WordExamples();
  const entries: Entry[] = [];
  for (const of of listPages(corpora)) {
    const page = cutTrainingPage(of);
    const measures = measure(page, readHints(page));
    const labels = label(blockTexts(page), of.reference);
    const words = Int32Array.from(pageWords(page, measures));
    const entry: Entry = { page: of, kind: kindOfType(of.type), words, ...labels };
    // A page without a reference cannot tell which words are the article's; a made-up one holds no new ones.
    if (entry.reference.length > 0 && !isMadeUp(of)) {
      classes.add(countClasses(page, labels), of.fold, entry.kind);
      examples.add(page, measures, headingsAbove(findHeadings(page)), labels, of.fold);
    }
    entries.push(entry);
  }
  const known = Array.from({ length: FOLDS + 1 }, (_, fold) => {
    const without = fold === FOLDS ? -1 : fold;
    const real = entries.filter(({ page }) => page.fold !== without && !isMadeUp(page));
    return { lexicon: classes.weights(without), linear: examples.fit(without), kinds: trainKinds(real) };
  });
  const all = known[FOLDS];
  if (all) {
    writeFileSync(join(out, 'class-words.bin'), packWords(all.lexicon));
    writeFileSync(join(out, 'linear.bin'), packLinear(all.linear));
    writeFileSync(join(out, 'kinds.bin'), packKinds(all.kinds));
  }
  const rows: Float32Array[] = [];
  let right = 0;
  for (const { page: of, kind, words } of entries) {
    const page = cutTrainingPage(of);
    const hints = readHints(page);
    const model = known[of.fold];
    if (!model) continue;
    const guess = pageKind(words, model.kinds);
    if (guess[kind] === Math.max(...guess)) right++;
    rows.push(
      features(survey(page, hints, measure(page, hints), new PageLexicon(model.lexicon, guess), model.linear, guess)),
    );
  }
  console.log(`${entries.length} pages; the kind of ${((100 * right) / entries.length).toFixed(1)} % is guessed right`);
  write(out, entries, rows);
}

function countClasses(page: Page, { labels, starts }: Labels): Map<number, { tokens: number; kept: number }> {
  const kept = new Float64Array(labels.length + 1);
  const all = new Float64Array(labels.length + 1);
  for (let b = 0; b < labels.length; b++) {
    const tokens = (starts[b + 1] as number) - (starts[b] as number);
    all[b + 1] = (all[b] as number) + tokens;
    kept[b + 1] = (kept[b] as number) + tokens * Math.max(0, labels[b] as number);
  }
  const seen = new Map<number, { tokens: number; kept: number; end: number }>();
  page.elementClass.forEach((names, e) => {
    const first = page.elementFirst[e] as number;
    const end = page.elementEnd[e] as number;
    eachClassWord(names, (hash) => {
      let entry = seen.get(hash);
      if (!entry) seen.set(hash, (entry = { tokens: 0, kept: 0, end: 0 }));
      // Elements inside one that has the word already were counted with it.
      if (first < entry.end) return;
      entry.tokens += (all[end] as number) - (all[first] as number);
      entry.kept += (kept[end] as number) - (kept[first] as number);
      entry.end = end;
    });
  });
  return seen;
}

/** A 32-bit hash and a byte for each kind, word by word, in the order of the hashes. */
function packWords(words: ReadonlyMap<number, Int8Array>): Uint8Array {
  const bytes: number[] = [];
  for (const [hash, weights] of [...words].toSorted(([a], [b]) => a - b)) {
    bytes.push(hash & 255, (hash >> 8) & 255, (hash >> 16) & 255, (hash >> 24) & 255, ...weights);
  }
  return Uint8Array.from(bytes);
}

/** The biases as 32-bit numbers, then the words. */
function packKinds({ bias, words }: KindModel): Uint8Array {
  const head = new Uint8Array(Int32Array.from(bias).buffer);
  const body = packWords(words);
  return Uint8Array.from([...head, ...body]);
}

/** The bias as a 32-bit number, then a byte for each weight. */
function packLinear({ bias, text, place }: LinearModel): Uint8Array {
  return Buffer.concat([
    new Uint8Array(Int32Array.of(bias).buffer),
    new Uint8Array(text.buffer),
    new Uint8Array(place.buffer),
  ]);
}

function write(out: string, entries: readonly Entry[], rows: readonly Float32Array[]): void {
  const pages = entries.map(({ page: { reference: _, ...page }, labels, reference }) => ({
    ...page,
    blocks: labels.length,
    reference: reference.length,
  }));
  writeFileSync(join(out, 'meta.json'), JSON.stringify({ features: FEATURE_NAMES, folds: FOLDS, pages }));
  const save = (name: string, parts: readonly (Int32Array | Float32Array)[]): void => {
    writeFileSync(join(out, name), Buffer.concat(parts.map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength))));
  };
  save(
    'tokens.i32',
    entries.map(({ tokens }) => tokens),
  );
  save(
    'starts.i32',
    entries.map(({ starts }) => starts),
  );
  save(
    'reference.i32',
    entries.map(({ reference }) => reference),
  );
  save(
    'y.f32',
    entries.map(({ labels }) => labels),
  );
  save('x.f32', rows);
}

main();
