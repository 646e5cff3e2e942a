/**
 * Writes the features that the second model adds to those of the first, from the scores that the first
 * gave to every block of a corpus (whole numbers of 32 bits, pages in the order of `dump.ts`).
 *
 *     node -C @lede/source training/context.ts CORPUS_DIR SCORES_FILE OUT_FILE
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { contextFeatures, CONTEXT_NAMES } from '../src/extract/context.ts';
import { readHints } from '../src/extract/hints.ts';
import { PageLexicon } from '../src/extract/lexicon.ts';
import { measure } from '../src/extract/measure.ts';
import { cutPage } from '../src/extract/page.ts';
import { survey } from '../src/extract/survey.ts';
import { parseDocument } from '../src/read/html/parse-tree.ts';
import { corpusIds, readCorpusPage } from './corpus.ts';

const [corpus, scoresFile, out] = process.argv.slice(2);
if (corpus === undefined || scoresFile === undefined || out === undefined) {
  throw new Error('usage: context.ts CORPUS_DIR SCORES_FILE OUT_FILE');
}
const bytes = readFileSync(scoresFile);
const scores = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
const all = new Float32Array(scores.length * CONTEXT_NAMES.length);
const noWords = new PageLexicon({ classes: new Map(), words: new Map() }, []);
let at = 0;
for (const id of corpusIds(corpus)) {
  const page = cutPage(parseDocument(readCorpusPage(corpus, id).html));
  const hints = readHints(page);
  const s = survey(page, hints, measure(page, hints), noWords, []);
  all.set(contextFeatures(s, scores.subarray(at, at + s.count)), at * CONTEXT_NAMES.length);
  at += s.count;
}
if (at !== scores.length) throw new Error(`the corpus has ${at} blocks, the scores are ${scores.length}`);
writeFileSync(out, all);
writeFileSync(`${out}.json`, JSON.stringify(CONTEXT_NAMES));
