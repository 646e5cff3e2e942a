import type { FeatureGroup } from './group.ts';

/** What the linear model makes of the words of the block and of its neighbours, and of the names of the elements around. */
export const WORDING: FeatureGroup = [
  ['sum', 'text', 'place'].flatMap((name) => [name, `${name}-1`, `${name}1`]).map((name) => `linear.${name}`),
  ({ wordScores: { text, place }, count }, b, _e, put) => {
    const putAround = (scoreOf: (b: number) => number): void => {
      for (const n of [b, b - 1, b + 1]) put(n >= 0 && n < count ? scoreOf(n) : NOTHING);
    };
    putAround((n) => (text[n] as number) + (place[n] as number));
    putAround((n) => text[n] as number);
    putAround((n) => place[n] as number);
  },
];

/** Told where the page ends: less than any block scores. */
const NOTHING = -300;
