import { CLUSTER, type CharacterTable, isEmoji, LINE, lineClassOf, traitsOf } from './character-table.ts';

/**
 * What a cluster has seen so far, as far as the next character asks (UAX #29, rules GB9c, GB11 and GB12):
 * an emoji, an emoji and a joiner, the first half of a flag, a consonant, a consonant and a linker.
 */
export type ClusterState = 0 | 1 | 2 | 3 | 4 | 5;

const PLAIN = 0;
const PICTOGRAPH = 1;
const PICTOGRAPH_JOINED = 2;
const HALF_FLAG = 3;
const CONSONANT = 4;
const CONSONANT_LINKED = 5;

const { Control, Extend, Ignored, Linker, ZWJ, Spacing, Prepend, RI, Pict, Consonant, L, V, T, LV, LVT } = CLUSTER;

/** State after a character of class `next` that stands in a cluster of state `state`, or starts one. */
export function advance(state: ClusterState, next: number): ClusterState {
  switch (next) {
    case Pict:
      return PICTOGRAPH;
    case Consonant:
      return CONSONANT;
    case RI:
      return state === HALF_FLAG ? PLAIN : HALF_FLAG;
    case Extend:
      return state === PICTOGRAPH || state === CONSONANT || state === CONSONANT_LINKED ? state : PLAIN;
    case Linker:
      return state === CONSONANT || state === CONSONANT_LINKED
        ? CONSONANT_LINKED
        : state === PICTOGRAPH
          ? state
          : PLAIN;
    case Ignored:
      return state === PICTOGRAPH ? state : PLAIN;
    case ZWJ:
      return state === PICTOGRAPH
        ? PICTOGRAPH_JOINED
        : state === CONSONANT || state === CONSONANT_LINKED
          ? state
          : PLAIN;
    default:
      return PLAIN;
  }
}

/** Whether a character of class `next` belongs to the cluster that ends with class `previous`. */
export function joins(previous: number, state: ClusterState, next: number): boolean {
  switch (next) {
    case Control:
      return false;
    case Extend:
    case Ignored:
    case Linker:
    case ZWJ:
    case Spacing:
      return previous !== Control;
    case Pict:
      return state === PICTOGRAPH_JOINED || previous === Prepend;
    case RI:
      return state === HALF_FLAG || previous === Prepend;
    case Consonant:
      return state === CONSONANT_LINKED || previous === Prepend;
    case L:
    case LV:
    case LVT:
      return previous === L || previous === Prepend;
    case V:
      return previous === L || previous === V || previous === LV || previous === Prepend;
    case T:
      return previous === V || previous === T || previous === LV || previous === LVT || previous === Prepend;
    default:
      return previous === Prepend;
  }
}

const EMOJI_STYLE = 0xfe0f;
const KEYCAP = 0x20e3;
/** No cluster but one of Hangul letters is wider: terminals give a conjunct or an emoji sequence two columns. */
const MOST = 2;

/** Columns of a cluster of `current` columns, begun by `base`, after one more character of `width` columns. */
export function widen(current: number, base: number, next: number, width: number, table: CharacterTable): number {
  if (next === EMOJI_STYLE) return isEmoji(traitsOf(base, table)) ? MOST : current;
  if (next === KEYCAP) return isKey(base) ? MOST : current;
  if (width === 0) return current;
  const sum = current + width;
  const isHangul = lineClassOf(traitsOf(next, table)) === LINE.JL || (next >= 0xac00 && next <= 0xd7a3);
  return isHangul || sum <= MOST ? sum : Math.max(current, MOST);
}

/** `0`-`9`, `#` and `*`, the keys of a telephone. */
function isKey(codePoint: number): boolean {
  return (codePoint >= 0x30 && codePoint <= 0x39) || codePoint === 0x23 || codePoint === 0x2a;
}
