/**
 * Writes the features that the second model adds to those of the first, from the scores that the first gave
 * to every block of what `dump.ts` wrote: of `NAME.i32` (whole numbers of 32 bits) it makes `NAME.f32`.
 *
 *     node -C @lede/source training/context.ts DUMP_DIR NAME …
 */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { contextFeatures, CONTEXT_NAMES } from '../src/extract/context.ts';
import { readHints } from '../src/extract/hints.ts';
import { PageLexicon } from '../src/extract/lexicon.ts';
import { measure } from '../src/extract/measure.ts';
import { PLACE_TERMS } from '../src/extract/place-terms.ts';
import { survey } from '../src/extract/survey.ts';
import { TEXT_TERMS } from '../src/extract/text-terms.ts';
import { cutTrainingPage, type TrainingPage } from './training-pages.ts';

const [dump, ...names] = process.argv.slice(2);
if (dump === undefined || names.length === 0) throw new Error('usage: context.ts DUMP_DIR NAME …');
const { pages } = JSON.parse(readFileSync(join(dump, 'meta.json'), 'utf8')) as { pages: TrainingPage[] };
const files = names.map((name) => {
  const bytes = readFileSync(join(dump, `${name}.i32`));
  return {
    scores: new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4),
    out: openSync(join(dump, `${name}.f32`), 'w'),
  };
});
// The second model's features look at no words.
const noClasses = new PageLexicon(new Map(), []);
const noWords = { bias: 0, text: new Int8Array(TEXT_TERMS), place: new Int8Array(PLACE_TERMS) };
let at = 0;
// A page is cut once for all scores: that is what takes the time.
for (const name of pages) {
  const page = cutTrainingPage(name);
  const hints = readHints(page);
  const s = survey(page, hints, measure(page, hints), noClasses, noWords, []);
  for (const { scores, out } of files) writeSync(out, contextFeatures(s, scores.subarray(at, at + s.count)));
  at += s.count;
}
for (const { scores, out } of files) {
  if (at !== scores.length) throw new Error(`the pages have ${at} blocks, the scores are ${scores.length}`);
  closeSync(out);
}
writeFileSync(join(dump, 'context.json'), JSON.stringify(CONTEXT_NAMES));
