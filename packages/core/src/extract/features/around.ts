import { type Survey } from '../survey.ts';
import { commonSteps, type FeatureGroup, type Put, share, wordsUpTo } from './group.ts';

/** The blocks before and after, and how many of them are summed up. */
const NEIGHBOURS = [-1, 1];
const WINDOWS = [5, 12];

/** The blocks around. */
export const AROUND: FeatureGroup = [
  [
    ...NEIGHBOURS.flatMap((d) => ['words', 'linkDensity', 'inside'].map((name) => `near${d}.${name}`)),
    ...WINDOWS.flatMap((w) => ['before', 'after'].flatMap((side) => [`${side}${w}.words`, `${side}${w}.linkDensity`])),
    'previousSteps',
  ],
  (s, b, e, put) => {
    const { page, measures } = s;
    for (const d of NEIGHBOURS) {
      const n = b + d;
      const exists = n >= 0 && n < s.count;
      put(exists ? (measures.words[n] as number) : -1);
      put(exists ? share(measures.linkChars[n], measures.chars[n]) : -1);
      put(exists ? nearness(s, e, page.blockElement[n] as number) : -1);
    }
    for (const w of WINDOWS) {
      putWindow(s, Math.max(0, b - w), b, put);
      putWindow(s, b + 1, Math.min(s.count, b + 1 + w), put);
    }
    put(b === 0 ? -1 : commonSteps(s, b, b - 1));
  },
];

/** 3: in the same element; 2: in one of the same shape; 1: in the same kind of element; 0: else. */
function nearness(s: Survey, e: number, other: number): number {
  if (e === other) return 3;
  if (s.page.elementShape[e] === s.page.elementShape[other]) return 2;
  return s.page.elementKind[e] === s.page.elementKind[other] ? 1 : 0;
}

function putWindow(s: Survey, from: number, to: number, put: Put): void {
  const sum = (column: Int32Array): number => (column[Math.max(from, to)] as number) - (column[from] as number);
  if (from >= s.count) {
    put(0);
    put(0);
    return;
  }
  const words = sum(s.wordsBefore);
  put(words);
  put(share(sum(s.linkCharsBefore), sum(s.charsBefore)));
}

/** The heading before the block, and the section under it. */
export const SECTION: FeatureGroup = [
  'section.blocks section.words section.level section.steps section.titleShare section.length section.next'.split(' '),
  (s, b, _e, put) => {
    const heading = s.headingBefore[b] as number;
    const next = s.headingAfter[b] as number;
    if (heading < 0) {
      for (let i = 0; i < 5; i++) put(-1);
    } else {
      put(b - heading);
      put(wordsUpTo((s.wordsBefore[b] as number) - (s.wordsBefore[heading] as number)));
      put(s.page.elementKind[s.page.blockElement[heading] as number] as number);
      put(commonSteps(s, b, heading));
      put(share(s.measures.inTitle[heading], s.measures.words[heading]));
    }
    put(wordsUpTo((s.wordsBefore[next] as number) - (s.wordsBefore[Math.max(heading, 0)] as number)));
    put(next - b);
  },
];
