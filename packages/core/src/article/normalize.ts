/** Below U+0300 every string is NFC already, so only what holds such a character needs a closer look. */
const MAY_NEED_NFC = /[\u0300-\uFFFF]/;
/** The split of `composingRuns`, without the help of a list of composing characters. */
const LINE_RUN = /[\n\uFFFC]|[^\n\uFFFC]+/g;

/** Nothing else can hold what is cleaned; one look at a long text saves three. */
const MAY_BE_UNCLEAN = /[^\x01-\uD7FF]/;

/** Replaces lone surrogates and NUL by U+FFFD, drops literal U+FFFC (invariants T1 and T3). */
export function cleanCharacters(text: string): string {
  if (!MAY_BE_UNCLEAN.test(text)) return text;
  let clean = text;
  if (clean.includes('\0')) clean = clean.replaceAll('\0', '\uFFFD');
  if (clean.includes('\uFFFC')) clean = clean.replaceAll('\uFFFC', '');
  return clean.toWellFormed();
}

/** Where each run of a text begins, before and after normalisation; both lists end with the text's end. */
interface Starts {
  oldStarts: number[];
  newStarts: number[];
}

/** A text in NFC, and where offsets into the original went. */
export interface Normalized {
  text: string;
  /** `null` when nothing moved. A start inside a composed run moves to its start, an end to its end. */
  mapOffset: ((offset: number, side: 'start' | 'end') => number) | null;
}

export function isNfc(text: string): boolean {
  return !MAY_NEED_NFC.test(text) || text.normalize('NFC') === text;
}

/** Brings text to NFC and says where each offset went, so that marks stay on whole characters. */
export function normalizeWithOffsets(text: string): Normalized {
  if (!MAY_NEED_NFC.test(text)) return { text, mapOffset: null };
  const normal = text.normalize('NFC');
  if (normal === text) return { text, mapOffset: null };

  // LINE_RUN serves a composition that `composingRuns` does not know of (a later Unicode); it always fits,
  // because nothing composes across a line end.
  const found = starts(text, composingRuns(), normal) ?? starts(text, LINE_RUN, normal);
  if (!found) throw new Error('a line end composed with its neighbour');
  const { oldStarts, newStarts } = found;
  return {
    text: normal,
    mapOffset: (offset, side) => {
      const run = lastAtMost(oldStarts, offset);
      const exact = oldStarts[run] === offset;
      return newStarts[exact || side === 'start' ? run : run + 1] as number; // both lists end at the end
    },
  };
}

/**
 * A starter with everything that may compose with it: combining marks, Hangul vowel and final letters,
 * and the one vowel sign that Unicode 16 composes without calling it a mark. Line breaks and atoms compose
 * with nothing and must stay one code unit under their mark, whatever follows them.
 */
function composingRuns(): RegExp {
  // Set up when it is needed: it takes longer than reading most articles, and most need none.
  return /[\n\uFFFC]|[^][\p{M}\u1160-\u11FF\u{16D67}]*/gu;
}

/** `null` where the runs that `pattern` cuts, each brought to NFC, do not make up the `normal` text. */
function starts(text: string, pattern: RegExp, normal: string): Starts | null {
  const oldStarts: number[] = [];
  const newStarts: number[] = [];
  let length = 0;
  for (const match of text.matchAll(pattern)) {
    oldStarts.push(match.index);
    newStarts.push(length);
    const piece = match[0].normalize('NFC');
    if (!normal.startsWith(piece, length)) return null;
    length += piece.length;
  }
  if (length !== normal.length) return null;
  oldStarts.push(text.length);
  newStarts.push(length);
  return { oldStarts, newStarts };
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
