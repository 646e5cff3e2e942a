/** Below U+0300 every string is NFC already, so only what holds such a character needs a closer look. */
const MAY_NEED_NFC = /[\u0300-\uFFFF]/;
/**
 * A starter with everything that may compose with it: combining marks, Hangul vowel and final letters,
 * and the one vowel sign that Unicode 16 composes without calling it a mark.
 */
const COMPOSING_RUN = /[^][\p{M}\u1160-\u11FF\u{16D67}]*/gu;

/** Replaces lone surrogates and NUL by U+FFFD, drops literal U+FFFC (invariants T1 and T3). */
export function cleanCharacters(text: string): string {
  let clean = text;
  if (clean.includes('\0')) clean = clean.replaceAll('\0', '\uFFFD');
  if (clean.includes('\uFFFC')) clean = clean.replaceAll('\uFFFC', '');
  return clean.toWellFormed();
}

/** A text in NFC, and where offsets into the original went. */
export interface Normalized {
  text: string;
  /** `null` when nothing moved. A start inside a composed run moves to its start, an end to its end. */
  mapOffset: ((offset: number, side: 'start' | 'end') => number) | null;
}

/** Brings text to NFC and says where each offset went, so that marks stay on whole characters. */
export function normalizeWithOffsets(text: string): Normalized {
  if (!MAY_NEED_NFC.test(text)) return { text, mapOffset: null };
  const normal = text.normalize('NFC');
  if (normal === text) return { text, mapOffset: null };

  const oldStarts: number[] = [];
  const newStarts: number[] = [];
  let length = 0;
  let joined = '';
  for (const match of text.matchAll(COMPOSING_RUN)) {
    oldStarts.push(match.index);
    newStarts.push(length);
    const piece = match[0].normalize('NFC');
    joined += piece;
    length += piece.length;
  }
  if (joined !== normal) {
    // A composition that COMPOSING_RUN does not know of (a later Unicode): treat the text as one run.
    oldStarts.length = newStarts.length = 0;
    oldStarts.push(0);
    newStarts.push(0);
  }
  oldStarts.push(text.length);
  newStarts.push(normal.length);
  return {
    text: normal,
    mapOffset: (offset, side) => {
      const run = lastAtMost(oldStarts, offset);
      const exact = oldStarts[run] === offset;
      return newStarts[exact || side === 'start' ? run : run + 1] as number; // both lists end at the end
    },
  };
}

/** Index of the last value that is at most `target`; `values` ascends and starts with 0. */
function lastAtMost(values: readonly number[], target: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] as number) <= target) low = middle;
    else high = middle - 1;
  }
  return low;
}
