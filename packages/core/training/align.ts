/**
 * Aligns a page with the text that its article should have: each token of the reference is claimed by at
 * most one token of the page, long common runs first, so of two copies of a paragraph only one is the
 * article, and a chance word in a menu is none.
 */

/** Shortest run that counts wherever it stands; shorter ones need their neighbours' support. */
const MIN_RUN = 4;
/** More places of one run of words in the reference than this are not tried; it bounds the work. */
const MAX_PLACES = 24;
/** How far from its neighbours' places a short block may be found, in tokens. */
const NEAR = 60;

export interface Tokens {
  /** All tokens of the page, block after block. */
  ids: Int32Array;
  /** Tokens of block `b` are `ids[starts[b] .. starts[b + 1]]`. */
  starts: Int32Array;
}

interface Run {
  page: number;
  reference: number;
  length: number;
}

/** For each token of the page, its place in the reference, or -1. */
export function align({ ids, starts }: Tokens, reference: Int32Array): Int32Array {
  const place = new Int32Array(ids.length).fill(-1);
  const claimed = new Uint8Array(reference.length);
  const buckets = new Map<number, Run[]>();
  const add = (run: Run): void => {
    const bucket = buckets.get(run.length);
    if (bucket) bucket.push(run);
    else buckets.set(run.length, [run]);
  };
  for (const run of commonRuns(ids, reference)) add(run);
  for (let length = Math.max(0, ...buckets.keys()); length >= MIN_RUN; length--) {
    const bucket = buckets.get(length);
    if (!bucket) continue;
    for (const run of bucket) {
      for (const part of freeParts(run, place, claimed)) {
        if (part.length < length) {
          if (part.length >= MIN_RUN) add(part);
          continue;
        }
        for (let i = 0; i < length; i++) {
          place[part.page + i] = part.reference + i;
          claimed[part.reference + i] = 1;
        }
      }
    }
  }
  claimShortBlocks(ids, starts, reference, place, claimed);
  return place;
}

function key(of: Int32Array, at: number): string {
  return of.subarray(at, at + MIN_RUN).join(' ');
}

/** Every maximal run of at least `MIN_RUN` equal tokens. */
function commonRuns(ids: Int32Array, reference: Int32Array): Run[] {
  const places = new Map<string, number[]>();
  for (let j = 0; j + MIN_RUN <= reference.length; j++) {
    const list = places.get(key(reference, j));
    if (!list) places.set(key(reference, j), [j]);
    else if (list.length < MAX_PLACES) list.push(j);
  }
  const runs: Run[] = [];
  for (let i = 0; i + MIN_RUN <= ids.length; i++) {
    for (const j of places.get(key(ids, i)) ?? []) {
      if (i > 0 && j > 0 && ids[i - 1] === reference[j - 1]) continue;
      let length = MIN_RUN;
      while (i + length < ids.length && j + length < reference.length && ids[i + length] === reference[j + length])
        length++;
      runs.push({ page: i, reference: j, length });
    }
  }
  return runs;
}

/** What is left of a run when claimed tokens are taken out. */
function freeParts(run: Run, place: Int32Array, claimed: Uint8Array): Run[] {
  const parts: Run[] = [];
  let from = -1;
  for (let i = 0; i <= run.length; i++) {
    const free = i < run.length && place[run.page + i] === -1 && claimed[run.reference + i] === 0;
    if (free && from < 0) from = i;
    if (!free && from >= 0) {
      parts.push({ page: run.page + from, reference: run.reference + from, length: i - from });
      from = -1;
    }
  }
  return parts;
}

/** Whole blocks of a few tokens (a heading, a name, a price) that stand in the reference where their neighbours do. */
function claimShortBlocks(
  ids: Int32Array,
  starts: Int32Array,
  reference: Int32Array,
  place: Int32Array,
  claimed: Uint8Array,
): void {
  const next = new Int32Array(ids.length + 1).fill(-1);
  for (let i = ids.length - 1; i >= 0; i--)
    next[i] = (place[i] as number) >= 0 ? (place[i] as number) : (next[i + 1] as number);
  let previous = -1;
  for (let b = 0; b + 1 < starts.length; b++) {
    const from = starts[b] as number;
    const to = starts[b + 1] as number;
    if (to > from && place.subarray(from, to).every((at) => at < 0)) {
      const after = next[to] as number;
      const low = previous + 1;
      const high = after > previous ? Math.min(after, low + 4 * NEAR) : low + NEAR;
      let at = find(ids.subarray(from, to), reference, claimed, low, high);
      if (at < 0 && after >= 0) at = find(ids.subarray(from, to), reference, claimed, Math.max(0, after - NEAR), after);
      if (at >= 0) {
        for (let i = from; i < to; i++) {
          place[i] = at + i - from;
          claimed[at + i - from] = 1;
        }
      }
    }
    for (let i = to - 1; i >= from; i--) {
      if ((place[i] as number) < 0) continue;
      previous = place[i] as number;
      break;
    }
  }
}

function find(needle: Int32Array, reference: Int32Array, claimed: Uint8Array, low: number, high: number): number {
  const end = Math.min(high, reference.length) - needle.length;
  for (let j = low; j <= end; j++) {
    let i = 0;
    while (i < needle.length && reference[j + i] === needle[i] && claimed[j + i] === 0) i++;
    if (i === needle.length) return j;
  }
  return -1;
}
