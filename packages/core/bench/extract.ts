/** `npm run bench:extract -- --corpus DIR`: how well the article of a page and its metadata are found, and at what cost. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse as parse5 } from 'parse5';
import { corpusIds, readCorpusPage } from '../training/corpus.ts';
import { showDifference } from './extract/difference.ts';
import { type Extractor, lede, peers } from './extract/extractors.ts';
import { type Half, halfOf, HALVES } from './extract/halves.ts';
import { cpu, measureRow, type Row, tryExtract } from './extract/row.ts';
import { printTables } from './extract/tables.ts';
import { type Field, FIELDS, listWrong } from './extract/wrong.ts';

const MEMORY_PAGES = 500;

const USAGE = `npm run bench:extract -- --corpus DIR [OPTION …]

  --corpus DIR     pages in the layout of WCXB, or of Readability's test pages (source.html, expected.html,
                   expected-metadata.json)
  --peers          @mozilla/readability and defuddle on the same pages
  --worst N        the N worst pages of each type, with the longest lines kept wrongly (+) and lost (-)
  --wrong FIELD    the pages whose title, author or date is wrong
  --type TYPE      only pages of one type
  --half a|b       only pages of one half of the sites: write rules with one in view, judge them by the other
  --sample N       every Nth page
  --title          count the title as a part of the article's text
  --memory         the most memory that ${MEMORY_PAGES} pages take in a process of their own
  --folds 5        cross-validate the model by site instead, with --python PATH (see packages/core/training)

How it is scored. All figures are plain means over pages.
  word F1, P, R    lower-cased runs of letters, digits and underscores, as multisets; where the reference is
                   empty, 1 for an empty answer and 0 for any other
  4-word F1        the same of runs of four words
  with, without    share of a page's snippets that must, and must not, stand in the text and do (letter case and
                   white space aside); over pages that have some
  title ~          word F1 of the title is at least 0.8
  title =          equal; letter case, white space and the shape of quotes and dashes aside
  author           the same set of names: bylines, ours too, are cut at commas, semicolons, bars, "&" and "and";
                   degrees and jobs behind a name, letter case and punctuation do not count
  date             the same day, as written (no change of time zone)
  (invented)       share of the pages without an author (a date) in their reference for which one is given; some
                   references lack what their page has, so 0 is not to be had
  CPU              user and system time of the whole way from string to text and metadata, with the tree, after
                   20 pages of warming up; the ratio is to parse5 alone on the same pages in the same process

The model in the package is trained on the development pages of WCXB, so its word F1 there says little: --folds
says how good it is on pages that it has not seen. Metadata is found by rules, written with half a in view.`;

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    peers: { type: 'boolean', default: false },
    worst: { type: 'string', default: '0' },
    wrong: { type: 'string' },
    type: { type: 'string' },
    half: { type: 'string' },
    sample: { type: 'string', default: '1' },
    title: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    folds: { type: 'string' },
    python: { type: 'string', default: 'python3' },
  },
});
const wrong = oneOf<Field>('wrong', FIELDS);
const half = oneOf<Half>('half', HALVES);

if (options.corpus === undefined) fail(USAGE);
else if (options.folds === undefined) await run(options.corpus);
else if (options.folds !== '5') fail('--folds: the folds are five (training/dump.ts)');
else crossValidate(options.corpus, options.python);

async function run(corpus: string): Promise<void> {
  const pages = corpusIds(corpus)
    .filter((_, i) => i % Number(options.sample) === 0)
    .map((id) => readCorpusPage(corpus, id))
    .filter((page) => (options.type ?? page.type) === page.type && (half ?? halfOf(page)) === halfOf(page));
  if (pages.length === 0) fail('no page is left');
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
  for (const [name, list] of Object.entries(rows)) {
    const time = list.reduce((sum, row) => sum + row.time, 0);
    const must = name === 'lede' ? ' (must 2.5, aim 1.8)' : '';
    console.log(
      `\n${name}: ${(time / list.length).toFixed(1)} ms CPU a page, ${(time / parse5Time).toFixed(2)} x parse5 alone${must}`,
    );
    printTables(list);
  }
  if (options.memory) printMemory(corpus);
  const own = rows['lede'] ?? [];
  printWorst(own, Number(options.worst));
  if (wrong !== undefined) console.log(`\n${listWrong(own, wrong).join('\n')}`);
}

function printWorst(rows: readonly Row[], count: number): void {
  for (const ofType of Map.groupBy(rows, ({ page }) => page.type).values()) {
    const sorted = ofType.toSorted((a, b) => a.words.f1 - b.words.f1);
    for (const { page, found, words } of sorted.slice(0, count)) {
      const { f1, precision, recall } = words;
      console.log(
        `\n${page.id} ${page.type} F1 ${f1.toFixed(3)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} ${page.url ?? ''}`,
      );
      console.log(showDifference(found.text, page.reference));
    }
  }
}

/** In a process of its own: the pages that this one holds and the peers would count too. */
function printMemory(corpus: string): void {
  const script = join(import.meta.dirname, 'extract', 'memory.ts');
  const { stdout } = spawnSync(process.execPath, ['-C', '@lede/source', script, corpus, String(MEMORY_PAGES)]);
  console.log(`\npeak memory, one page after the other: ${stdout.toString().trim()} (must 200, aim 160)`);
}

function crossValidate(corpus: string, python: string): void {
  const training = join(import.meta.dirname, '..', 'training');
  const dump = mkdtempSync(join(tmpdir(), 'lede-dump-'));
  const steps: [string, string[]][] = [
    [process.execPath, ['-C', '@lede/source', join(training, 'dump.ts'), dump, corpus]],
    [python, [join(training, 'train.py'), dump, '--folds']],
  ];
  for (const [command, args] of steps) {
    const { status } = spawnSync(command, args, { stdio: 'inherit' });
    if (status !== 0) process.exit(1);
  }
}

function oneOf<T extends string>(name: 'wrong' | 'half', known: readonly T[]): T | undefined {
  const value = options[name];
  const found = known.find((item) => item === value);
  if (value !== undefined && found === undefined) fail(`--${name}: one of ${known.join(', ')}`);
  return found;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
