import { blocksUpTo, wordsUpTo } from './features/group.ts';
import { type Core, findCore } from './core.ts';
import { within } from './sums.ts';
import { type Survey } from './survey.ts';

const AROUND = [-4, -3, -2, -1, 1, 2, 3, 4];
const WINDOWS = [3, 8, 25];
const LEVELS = [1, 2, 3, 4, 5, 6];
/** A block with at least this score is taken to be kept when distances are counted. */
const SURE = 180;

/** Names of the columns that `contextFeatures` adds to those of `features`. */
export const CONTEXT_NAMES: readonly string[] = [
  'score',
  ...AROUND.map((d) => `score${d}`),
  ...WINDOWS.flatMap((w) => [`scoreBefore${w}`, `scoreAfter${w}`]),
  ...LEVELS.map((level) => `scoreUp${level}`),
  ...'scoreShape scoreShapePlain scoreItem scoreGroup scoreHeading scoreSection scoreNextHeading'.split(' '),
  ...'scorePage scoreTop scoreSure scoreOver massBefore massAfter sureBefore sureAfter sureWordsBefore sureWordsAfter'.split(
    ' ',
  ),
  ...'scoreCopies'.split(' '),
  ...['half', 'most'].flatMap((core) =>
    'steps coreSteps score words share after'.split(' ').map((name) => `${core}.${name}`),
  ),
];

/**
 * Describes every block by the scores that a first model gave to it and to its surroundings. `scores[b]`
 * is 0 … `FULL`. Rows are `CONTEXT_NAMES.length` numbers.
 */
export function contextFeatures(s: Survey, scores: Int32Array): Float32Array {
  const { page, count, measures } = s;
  const width = CONTEXT_NAMES.length;
  const out = new Float32Array(width * count);
  const mass = new Float64Array(count + 1);
  const plain = new Float64Array(count + 1);
  const weights = new Float64Array(count + 1);
  let top = 0;
  let sureWords = 0;
  const shapes = new Map<number, [mass: number, words: number, plain: number, blocks: number]>();
  const copies = new Map<number, number>();
  for (let b = 0; b < count; b++) {
    const score = scores[b] as number;
    const words = Math.max(1, measures.words[b] as number);
    mass[b + 1] = (mass[b] as number) + score * words;
    plain[b + 1] = (plain[b] as number) + score;
    weights[b + 1] = (weights[b] as number) + words;
    top = Math.max(top, score);
    if (score >= SURE) sureWords += words;
    const shape = page.elementShape[page.blockElement[b] as number] as number;
    const sums = shapes.get(shape);
    if (!sums) shapes.set(shape, [score * words, words, score, 1]);
    else {
      sums[0] += score * words;
      sums[1] += words;
      sums[2] += score;
      sums[3]++;
    }
    const hash = measures.hash[b] as number;
    copies.set(hash, Math.max(copies.get(hash) ?? 0, score));
  }
  const allMass = mass[count] as number;
  const allWords = weights[count] as number;
  const half = findCore(page, mass, 2);
  const most = findCore(page, mass, 4 / 3);
  const nextSure = new Int32Array(count);
  for (let b = count - 1, next = -1; b >= 0; b--) {
    nextSure[b] = next;
    if ((scores[b] as number) >= SURE) next = b;
  }
  const mean = (from: number, to: number): number => {
    const words = (weights[to] as number) - (weights[from] as number);
    return words > 0 ? ((mass[to] as number) - (mass[from] as number)) / words : -1;
  };
  const meanIn = (e: number): number => mean(page.elementFirst[e] as number, page.elementEnd[e] as number);
  let at = 0;
  const put = (value: number): void => {
    out[at++] = value;
  };
  const putCore = (core: Core, b: number, e: number): void => {
    const branch = core.branch[e] as number;
    put(core.steps[e] as number);
    put(core.coreSteps[e] as number);
    put(meanIn(branch));
    put(wordsUpTo(within(s.wordsBefore, page, branch)));
    put(allMass > 0 ? within(mass, page, branch) / allMass : 0);
    put(b < (page.elementFirst[core.element] as number) ? -1 : b >= (page.elementEnd[core.element] as number) ? 1 : 0);
  };
  let lastSure = -1;
  for (let b = 0; b < count; b++) {
    const e = page.blockElement[b] as number;
    const score = scores[b] as number;
    put(score);
    for (const d of AROUND) put(b + d >= 0 && b + d < count ? (scores[b + d] as number) : -1);
    for (const w of WINDOWS) {
      put(mean(Math.max(0, b - w), b));
      put(mean(b + 1, Math.min(count, b + 1 + w) < b + 1 ? b + 1 : Math.min(count, b + 1 + w)));
    }
    let outer = (page.elementEnd[e] as number) - (page.elementFirst[e] as number) > 1 ? e : (s.wider[e] as number);
    let inner = e;
    for (let level = 0; level < LEVELS.length; level++) {
      const of = outer < 0 ? inner : outer;
      put(meanIn(of));
      inner = of;
      outer = outer < 0 ? -1 : (s.wider[outer] as number);
    }
    const shape = shapes.get(page.elementShape[e] as number) ?? [0, 1, 0, 1];
    put(shape[0] / shape[1]);
    put(shape[2] / shape[3]);
    const item = s.item[e] as number;
    const around = item < 0 ? -1 : (page.elementParent[item] as number);
    put(item < 0 ? -1 : meanIn(item));
    put(around < 0 ? -1 : meanIn(around));
    const heading = s.headingBefore[b] as number;
    const nextHeading = s.headingAfter[b] as number;
    put(heading < 0 ? -1 : (scores[heading] as number));
    put(mean(heading + 1, nextHeading));
    put(nextHeading < count ? (scores[nextHeading] as number) : -1);
    put(allMass / Math.max(1, allWords));
    put(top);
    put(sureWords / Math.max(1, allWords));
    put(score * allWords - allMass > 0 ? 1 : 0);
    put(allMass > 0 ? (mass[b] as number) / allMass : 0);
    put(allMass > 0 ? (allMass - (mass[b + 1] as number)) / allMass : 0);
    const next = nextSure[b] as number;
    put(blocksUpTo(lastSure < 0 ? 9999 : b - lastSure));
    put(blocksUpTo(next < 0 ? 9999 : next - b));
    put(wordsUpTo(lastSure < 0 ? 99999 : (weights[b] as number) - (weights[lastSure + 1] as number)));
    put(wordsUpTo(next < 0 ? 99999 : (weights[next] as number) - (weights[b + 1] as number)));
    put((s.copies[b] as number) > 1 ? (copies.get(measures.hash[b] as number) ?? 0) : -1);
    putCore(half, b, e);
    putCore(most, b, e);
    if (score >= SURE) lastSure = b;
  }
  return out;
}
