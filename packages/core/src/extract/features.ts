import { CURRENCY, DIGIT, LOWER, STOP, UPPER } from './characters.ts';
import { INSIDE } from './page.ts';
import { type Core, type Survey, within } from './survey.ts';

type Row = (value: number) => void;
type Group = [names: readonly string[], write: (s: Survey, b: number, e: number, put: Row) => void];

const INSIDE_NAMES = Object.keys(INSIDE) as (keyof typeof INSIDE)[];
const LEVELS = [1, 2, 3, 4, 5];
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3];
const WINDOWS = [2, 5, 12];

const OWN: Group = [
  (
    'words chars wordLength linkDensity links shortWords upperWords upper digits commas stops punctuation dividers currency ' +
    'others strong emphasis code endsStop endsColon startsUpper startsLower startsDigit titleShare titleCover descriptionShare ' +
    'bodyShare images breaks copies copyIndex leadSum leadMin leadMax leadMean'
  ).split(' '),
  (s, b, _e, put) => {
    const m = s.measures;
    const words = m.words[b] as number;
    const chars = m.chars[b] as number;
    put(words);
    put(chars);
    put(share(chars, words));
    put(share(m.linkChars[b], chars));
    put(s.page.blockLinks[b] as number);
    put(share(m.shortWords[b], words));
    put(share(m.upperWords[b], words));
    put(share(m.upper[b], chars));
    put(share(m.digits[b], chars));
    put(m.commas[b] as number);
    put(m.stops[b] as number);
    put(share(m.punctuation[b], chars));
    put(m.dividers[b] as number);
    put(m.currency[b] as number);
    put(m.others[b] as number);
    put(share(m.strongChars[b], chars));
    put(share(m.emphasisChars[b], chars));
    put(share(m.codeChars[b], chars));
    put(m.lastClass[b] === STOP ? 1 : 0);
    put(m.lastCode[b] === 58 ? 1 : 0);
    put(m.firstClass[b] === UPPER ? 1 : 0);
    put(m.firstClass[b] === LOWER ? 1 : 0);
    put(m.firstClass[b] === DIGIT || m.firstClass[b] === CURRENCY ? 1 : 0);
    put(share(m.inTitle[b], words));
    put(share(m.inTitle[b], s.hints.title.size));
    put(share(m.inDescription[b], words));
    put(s.hints.body === null ? -1 : share(m.inBody[b], words));
    put(s.page.blockImages[b] as number);
    put(s.page.blockBreaks[b] as number);
    put(s.copies[b] as number);
    put(s.copyIndex[b] as number);
    put(s.leadSum[b] as number);
    put(s.leadMin[b] as number);
    put(s.leadMax[b] as number);
    put(share(s.leadSum[b], Math.min(words, 12)));
  },
];

const ELEMENT: Group = [
  [
    'kind',
    'isP',
    'heading',
    'depth',
    ...INSIDE_NAMES.map((name) => `in.${name}`),
    ...'ownWeight parentWeight grandWeight chainSum chainMin chainMax chainMean'.split(' '),
  ],
  (s, _b, e, put) => {
    const { page } = s;
    const kind = page.elementKind[e] as number;
    const inside = page.elementInside[e] as number;
    const depth = page.elementDepth[e] as number;
    put(kind);
    put(kind === 2 ? 1 : 0);
    put(kind >= 3 && kind <= 6 ? kind - 2 : 0);
    put(depth);
    for (const name of INSIDE_NAMES) put(inside & INSIDE[name] ? 1 : 0);
    const parent = page.elementParent[e] as number;
    const grand = parent < 0 ? -1 : (page.elementParent[parent] as number);
    put(s.ownWeight[e] as number);
    put(parent < 0 ? 0 : (s.ownWeight[parent] as number));
    put(grand < 0 ? 0 : (s.ownWeight[grand] as number));
    put(s.chainSum[e] as number);
    put(s.chainMin[e] as number);
    put(s.chainMax[e] as number);
    put(share(s.chainSum[e], depth));
  },
];

const PLACE: Group = [
  'index indexShare wordShare wordsBefore wordsAfter fromTitle wordsFromTitle titleSteps'.split(' '),
  (s, b, _e, put) => {
    const all = s.wordsBefore[s.count] as number;
    const before = s.wordsBefore[b] as number;
    put(b);
    put(share(b, s.count));
    put(share(before, all));
    put(before);
    put(all - before);
    const title = s.titleBlock;
    put(title < 0 ? -9999 : b - title);
    put(title < 0 ? -9999 : before - (s.wordsBefore[title] as number));
    put(title < 0 ? -1 : commonSteps(s, b, title));
  },
];

const ANCESTORS: Group = [
  LEVELS.flatMap((level) =>
    'blocks words linkDensity wordsPerBlock prose repeats repeatMean placed media weight'
      .split(' ')
      .map((name) => `up${level}.${name}`),
  ),
  (s, b, e, put) => {
    const { page } = s;
    const before = s.wordsBefore[b] as number;
    let inner = e;
    let outer = blocksIn(s, e) > 1 ? e : (s.wider[e] as number);
    for (const _ of LEVELS) {
      const of = outer < 0 ? inner : outer;
      const blocks = blocksIn(s, of);
      const words = within(s.wordsBefore, page, of);
      put(blocks);
      put(words);
      put(share(within(s.linkCharsBefore, page, of), within(s.charsBefore, page, of)));
      put(share(words, blocks));
      put(share(within(s.proseBefore, page, of), words));
      put(s.repeats[of] as number);
      put(share(s.repeatWords[of], s.repeats[of]));
      put(share(before - (s.wordsBefore[page.elementFirst[of] as number] as number), words));
      put((page.elementMediaEnd[of] as number) - (page.elementMediaBefore[of] as number));
      put(s.ownWeight[of] as number);
      inner = of;
      outer = outer < 0 ? -1 : (s.wider[outer] as number);
    }
  },
];

const CORE_NAMES = 'steps coreSteps words share linkDensity prose after blocks weight min'.split(' ');
const CORES: Group = [
  ['core', 'wide'].flatMap((core) => CORE_NAMES.map((name) => `${core}.${name}`)),
  (s, b, e, put) => {
    putCore(s, s.core, b, e, put);
    putCore(s, s.wideCore, b, e, put);
  },
];

function putCore(s: Survey, core: Core, b: number, e: number, put: Row): void {
  const { page } = s;
  const branch = core.branch[e] as number;
  const words = within(s.wordsBefore, page, branch);
  put(core.steps[e] as number);
  put(core.coreSteps[e] as number);
  put(words);
  put(share(words, s.wordsBefore[s.count]));
  put(share(within(s.linkCharsBefore, page, branch), within(s.charsBefore, page, branch)));
  put(share(within(s.proseBefore, page, branch), words));
  put(b < (page.elementFirst[core.element] as number) ? -1 : b >= (page.elementEnd[core.element] as number) ? 1 : 0);
  put(blocksIn(s, branch));
  put(s.ownWeight[branch] as number);
  put(s.chainMin[branch] as number);
}

const REPEATS: Group = [
  (
    'group.count group.index group.mean group.linkDensity group.share group.words group.media group.steps ' +
    'shape.blocks shape.mean shape.linkDensity shape.share'
  ).split(' '),
  (s, b, e, put) => {
    const { page } = s;
    const all = s.wordsBefore[s.count] as number;
    // The nearest ancestor that is one of at least three alike.
    let item = e;
    let steps = 0;
    while (item >= 0 && ((s.repeats[item] as number) < 3 || page.elementKind[item] === 2)) {
      item = s.wider[item] as number;
      steps++;
      if (steps > 12) item = -1;
    }
    if (item < 0) {
      for (let i = 0; i < 8; i++) put(-1);
    } else {
      put(s.repeats[item] as number);
      put(s.repeatIndex[item] as number);
      put(share(s.repeatWords[item], s.repeats[item]));
      put(share(s.repeatLinkChars[item], s.repeatChars[item]));
      put(share(s.repeatWords[item], all));
      put(within(s.wordsBefore, page, item));
      put((page.elementMediaEnd[item] as number) - (page.elementMediaBefore[item] as number));
      put(steps);
    }
    put(s.shapeBlocks[e] as number);
    put(share(s.shapeWords[e], s.shapeBlocks[e]));
    put(share(s.shapeLinkChars[e], s.shapeChars[e]));
    put(share(s.shapeWords[e], all));
    void b;
  },
];

const AROUND: Group = [
  [
    ...NEIGHBOURS.flatMap((d) => ['words', 'linkDensity', 'lead', 'inside'].map((name) => `near${d}.${name}`)),
    ...WINDOWS.flatMap((w) =>
      ['before', 'after'].flatMap((side) => [`${side}${w}.words`, `${side}${w}.linkDensity`, `${side}${w}.prose`]),
    ),
    'previousSteps',
    'nextSteps',
  ],
  (s, b, e, put) => {
    const { page, measures } = s;
    for (const d of NEIGHBOURS) {
      const n = b + d;
      const exists = n >= 0 && n < s.count;
      put(exists ? (measures.words[n] as number) : -1);
      put(exists ? share(measures.linkChars[n], measures.chars[n]) : -1);
      put(exists ? (s.leadSum[n] as number) : 0);
      put(exists ? nearness(s, e, page.blockElement[n] as number) : -1);
    }
    for (const w of WINDOWS) {
      putWindow(s, Math.max(0, b - w), b, put);
      putWindow(s, b + 1, Math.min(s.count, b + 1 + w), put);
    }
    put(b === 0 ? -1 : commonSteps(s, b, b - 1));
    put(b + 1 >= s.count ? -1 : commonSteps(s, b, b + 1));
  },
];

/** 3: in the same element; 2: in one of the same shape; 1: in the same kind of element; 0: else. */
function nearness(s: Survey, e: number, other: number): number {
  if (e === other) return 3;
  if (s.page.elementShape[e] === s.page.elementShape[other]) return 2;
  return s.page.elementKind[e] === s.page.elementKind[other] ? 1 : 0;
}

function putWindow(s: Survey, from: number, to: number, put: Row): void {
  const sum = (column: Int32Array): number => (column[Math.max(from, to)] as number) - (column[from] as number);
  if (from >= s.count) {
    put(0);
    put(0);
    put(0);
    return;
  }
  const words = sum(s.wordsBefore);
  put(words);
  put(share(sum(s.linkCharsBefore), sum(s.charsBefore)));
  put(share(sum(s.proseBefore), words));
}

const SECTION: Group = [
  'section.blocks section.words section.lead section.min section.level section.steps section.titleShare section.length section.next'.split(
    ' ',
  ),
  (s, b, _e, put) => {
    const heading = s.headingBefore[b] as number;
    const next = s.headingAfter[b] as number;
    if (heading < 0) {
      for (let i = 0; i < 7; i++) put(-1);
    } else {
      put(b - heading);
      put((s.wordsBefore[b] as number) - (s.wordsBefore[heading] as number));
      put(s.leadSum[heading] as number);
      put(s.leadMin[heading] as number);
      put(s.page.elementKind[s.page.blockElement[heading] as number] as number);
      put(commonSteps(s, b, heading));
      put(share(s.measures.inTitle[heading], s.measures.words[heading]));
    }
    put((s.wordsBefore[next] as number) - (s.wordsBefore[Math.max(heading, 0)] as number));
    put(next - b);
  },
];

const WHOLE: Group = [
  (
    'page.words page.blocks page.linkDensity page.prose page.core page.longest page.stops page.currency page.headings page.media ' +
    'page.article page.product page.forum page.body page.bodyWeight page.articles'
  ).split(' '),
  (s, _b, _e, put) => {
    for (const value of pageValues(s)) put(value);
  },
];

const pageCache = new WeakMap<Survey, number[]>();

function pageValues(s: Survey): number[] {
  let values = pageCache.get(s);
  if (values) return values;
  const words = s.wordsBefore[s.count] as number;
  let longest = 0;
  for (let b = 0; b < s.count; b++) longest = Math.max(longest, s.measures.words[b] as number);
  let articles = 0;
  for (const node of s.page.elements) if (node.tagName === 'article') articles++;
  values = [
    words,
    s.count,
    share(s.linkCharsBefore[s.count], s.charsBefore[s.count]),
    share(s.proseBefore[s.count], words),
    s.core.element < 0 ? 0 : share(within(s.wordsBefore, s.page, s.core.element), words),
    longest,
    share(s.stopsBefore[s.count], words),
    share(s.currencyBefore[s.count], s.count),
    share(s.headingsBefore[s.count], s.count),
    s.page.media.length,
    s.hints.isArticle ? 1 : 0,
    s.hints.isProduct ? 1 : 0,
    s.hints.isForum ? 1 : 0,
    s.hints.body === null ? 0 : 1,
    s.bodyWeight,
    articles,
  ];
  pageCache.set(s, values);
  return values;
}

const GROUPS: readonly Group[] = [OWN, ELEMENT, PLACE, ANCESTORS, CORES, REPEATS, AROUND, SECTION, WHOLE];

/** Names of the columns that `features` writes, in order. */
export const FEATURE_NAMES: readonly string[] = GROUPS.flatMap(([names]) => names);

/** Describes every block: row `b` of the result is `FEATURE_NAMES.length` numbers. */
export function features(s: Survey): Float32Array {
  const width = FEATURE_NAMES.length;
  const out = new Float32Array(width * s.count);
  let at = 0;
  const put = (value: number): void => {
    out[at++] = value;
  };
  for (let b = 0; b < s.count; b++) {
    const e = s.page.blockElement[b] as number;
    for (const [, write] of GROUPS) write(s, b, e, put);
  }
  return out;
}

function share(part: number | undefined, whole: number | undefined): number {
  return part === undefined || !whole ? 0 : part / whole;
}

function blocksIn(s: Survey, e: number): number {
  return (s.page.elementEnd[e] as number) - (s.page.elementFirst[e] as number);
}

/** Steps from a block up to the element that holds the other block too. */
function commonSteps(s: Survey, b: number, other: number): number {
  let e = s.page.blockElement[b] as number;
  let steps = 0;
  while (
    e >= 0 &&
    steps < 30 &&
    ((s.page.elementFirst[e] as number) > other || (s.page.elementEnd[e] as number) <= other)
  ) {
    e = s.page.elementParent[e] as number;
    steps++;
  }
  return steps;
}
