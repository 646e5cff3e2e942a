/**
 * `npm run bench:extract -- --corpus DIR`: how well the article of a page is found, and at what cost.
 *
 *     --corpus DIR    pages in the layout of WCXB or of Readability's test pages
 *     --peers         @mozilla/readability and defuddle on the same pages
 *     --worst N       the N worst pages, with what was lost and what was kept wrongly
 *     --type TYPE     only pages of one type
 *     --sample N      every Nth page
 *     --title         count the title as a part of the article
 *     --folds PYTHON  cross-validate the model with this Python instead (see training/README.md)
 *
 * The model in the package is trained on the development pages of WCXB, so its score there says little:
 * `--folds` says how good it is on pages that it has not seen.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse as parse5 } from 'parse5';
import { corpusIds, type CorpusPage, readCorpusPage } from '../training/corpus.ts';
import { showDifference } from './extract/difference.ts';
import { type Extractor, lede, peers } from './extract/extractors.ts';
import { mean, type Score, shingleScore, snippetRate, wordScore } from './extract/scores.ts';

interface Row {
  page: CorpusPage;
  text: string;
  words: Score;
  shingles: Score;
  with: number | undefined;
  without: number | undefined;
  /** CPU milliseconds. */
  time: number;
}

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    peers: { type: 'boolean', default: false },
    worst: { type: 'string' },
    type: { type: 'string' },
    sample: { type: 'string', default: '1' },
    title: { type: 'boolean', default: false },
    folds: { type: 'string' },
  },
});

if (options.corpus === undefined) {
  console.error(
    'usage: npm run bench:extract -- --corpus DIR [--peers] [--worst N] [--type TYPE] [--sample N] [--title] [--folds PYTHON]',
  );
  process.exit(2);
}
if (options.folds === undefined) await run(options.corpus);
else crossValidate(options.corpus, options.folds);

async function run(corpus: string): Promise<void> {
  const ids = corpusIds(corpus).filter((_, i) => i % Number(options.sample) === 0);
  const pages = ids.map((id) => readCorpusPage(corpus, id)).filter(({ type }) => (options.type ?? type) === type);
  const extractors: Record<string, Extractor> = { lede: lede(options.title), ...(options.peers ? await peers() : {}) };
  // Warm up: the first pages pay for compiling everybody's code.
  for (const page of pages.slice(0, 20)) {
    parse5(page.html);
    for (const extract of Object.values(extractors)) await tryExtract(extract, page);
  }
  let parse5Time = 0;
  const rows: Record<string, Row[]> = Object.fromEntries(Object.keys(extractors).map((name) => [name, []]));
  for (const page of pages) {
    const start = cpu();
    parse5(page.html);
    parse5Time += cpu() - start;
    for (const [name, extract] of Object.entries(extractors)) rows[name]?.push(await measureRow(extract, page));
  }
  console.log(`${pages.length} pages, parse5 alone ${(parse5Time / pages.length).toFixed(1)} ms CPU a page`);
  for (const [name, list] of Object.entries(rows)) summarise(name, list, parse5Time);
  const worst = Number(options.worst ?? 0);
  const sorted = (rows['lede'] ?? []).toSorted((a, b) => a.words.f1 - b.words.f1);
  for (const { page, text, words } of sorted.slice(0, worst)) {
    console.log(
      `\n${page.id} ${page.type} F1 ${f(words.f1)} P ${f(words.precision)} R ${f(words.recall)} ${page.url ?? ''}`,
    );
    console.log(showDifference(text, page.reference));
  }
}

async function tryExtract(extract: Extractor, page: CorpusPage): Promise<string> {
  try {
    return await extract(page.html, page.url);
  } catch {
    return ''; // A peer that throws finds nothing.
  }
}

async function measureRow(extract: Extractor, page: CorpusPage): Promise<Row> {
  const start = cpu();
  const text = await tryExtract(extract, page);
  const time = cpu() - start;
  return {
    page,
    text,
    words: wordScore(text, page.reference),
    shingles: shingleScore(text, page.reference),
    with: snippetRate(text, page.with),
    without: snippetRate(text, page.without),
    time,
  };
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function summarise(name: string, rows: readonly Row[], parse5Time: number): void {
  const time = rows.reduce((sum, row) => sum + row.time, 0);
  console.log(
    `\n${name}: ${(time / rows.length).toFixed(1)} ms CPU a page, ${(time / parse5Time).toFixed(2)} x parse5 alone`,
  );
  console.log('type           pages    F1     P      R      4-word F1  with   without');
  const types = [...new Set(rows.map((row) => row.page.type))].toSorted();
  for (const type of [...(types.length > 1 ? types : []), 'all']) {
    const of = type === 'all' ? rows : rows.filter((row) => row.page.type === type);
    const columns = [
      mean(of.map((row) => row.words.f1)),
      mean(of.map((row) => row.words.precision)),
      mean(of.map((row) => row.words.recall)),
      mean(of.map((row) => row.shingles.f1)),
      mean(of.map((row) => row.with).filter(isKnown)),
      mean(of.map((row) => row.without).filter(isKnown)),
    ];
    console.log(`${type.padEnd(14)} ${String(of.length).padStart(5)}  ${columns.map((c) => f(c)).join('  ')}`);
  }
}

function isKnown(rate: number | undefined): rate is number {
  return rate !== undefined;
}

function f(value: number): string {
  return value.toFixed(4);
}

function crossValidate(corpus: string, python: string): void {
  const training = join(import.meta.dirname, '..', 'training');
  const dump = mkdtempSync(join(tmpdir(), 'lede-dump-'));
  const steps: [string, string[]][] = [
    [process.execPath, ['-C', '@lede/source', join(training, 'dump.ts'), corpus, dump]],
    [python, [join(training, 'train.py'), corpus, dump, '--folds']],
  ];
  for (const [command, args] of steps) {
    const { status } = spawnSync(command, args, { stdio: 'inherit' });
    if (status !== 0) process.exit(1);
  }
}
