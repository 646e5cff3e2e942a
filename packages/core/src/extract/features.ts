import { ANCESTORS, CORES, REPEATS } from './features/ancestors.ts';
import { AROUND, SECTION } from './features/around.ts';
import { CLUSTER, ITEM } from './features/cluster.ts';
import { ELEMENT } from './features/element.ts';
import type { FeatureGroup } from './features/group.ts';
import { OWN } from './features/own.ts';
import { WHOLE_NAMES, wholeFeatures } from './features/whole.ts';
import { WORDING } from './features/wording.ts';
import type { Survey } from './survey.ts';

const GROUPS: readonly FeatureGroup[] = [
  OWN,
  WORDING,
  ELEMENT,
  ANCESTORS,
  CORES,
  REPEATS,
  AROUND,
  SECTION,
  CLUSTER,
  ITEM,
];

/** Names of the columns that `features` writes, in order. */
export const FEATURE_NAMES: readonly string[] = [...GROUPS.flatMap(([names]) => names), ...WHOLE_NAMES];

/** Describes every block: row `b` of the result is `FEATURE_NAMES.length` numbers. */
export function features(s: Survey): Float32Array {
  const out = new Float32Array(FEATURE_NAMES.length * s.count);
  const whole = wholeFeatures(s);
  let at = 0;
  const put = (value: number): void => {
    out[at++] = value;
  };
  for (let b = 0; b < s.count; b++) {
    const e = s.page.blockElement[b] as number;
    for (const [, write] of GROUPS) write(s, b, e, put);
    out.set(whole, at);
    at += whole.length;
  }
  return out;
}
