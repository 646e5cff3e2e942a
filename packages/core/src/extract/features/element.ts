import { INSIDE } from '../page.ts';
import { type FeatureGroup, share } from './group.ts';

/** Surroundings that make a difference; the others make none, or stand in `kind`. */
const INSIDE_NAMES = (Object.keys(INSIDE) as (keyof typeof INSIDE)[]).filter(
  (name) => name !== 'body' && name !== 'definition' && name !== 'button',
);

/** The element that holds the block, and what that stands in. */
export const ELEMENT: FeatureGroup = [
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
