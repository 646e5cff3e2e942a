/** Pieces of a pattern to look for: with this many, one in three edited away still leaves a clear vote. */
const MAX_SEEDS = 12;
/** Longer seeds are rarer in the text, shorter ones survive more edits. */
const SEED_LENGTH = { min: 4, max: 12 };
/** A seed that stands in more places says nothing about any. */
const MAX_HITS = 500;
/** Places that are worth a close comparison. */
const MAX_PLACES = 3;

/**
 * Where in `text.slice(from, to)` a pattern may stand with edits: offsets of its start, the likeliest first.
 * Each of a few short pieces of the pattern that stands in the text as it is votes for the place that it
 * implies; the nearer to `near` of two places with equal votes comes first. Takes a dozen passes over the text.
 */
export function likelyPlaces(text: string, pattern: string, near: number, from: number, to: number): number[] {
  const region = text.slice(from, to);
  const votes: { place: number; seed: number }[] = [];
  for (const [seed, offset] of seedsOf(pattern).entries()) {
    for (const hit of hitsOf(region, pattern.slice(offset.start, offset.end))) {
      votes.push({ place: from + hit - offset.start, seed });
    }
  }
  votes.sort((a, b) => a.place - b.place);
  return elect(votes, near, Math.max(16, pattern.length / 3));
}

function seedsOf(pattern: string): { start: number; end: number }[] {
  const length = Math.min(SEED_LENGTH.max, Math.max(SEED_LENGTH.min, Math.floor(pattern.length / 8)));
  const count = Math.min(MAX_SEEDS, Math.floor(pattern.length / length));
  return Array.from({ length: count }, (_, i) => {
    const start = Math.round((i * (pattern.length - length)) / Math.max(1, count - 1));
    return { start, end: start + length };
  });
}

function hitsOf(region: string, seed: string): number[] {
  const hits: number[] = [];
  for (let at = region.indexOf(seed); at >= 0; at = region.indexOf(seed, at + 1)) {
    if (hits.length === MAX_HITS) return [];
    hits.push(at);
  }
  return hits;
}

/** Slides a window over the sorted votes; a place counts as many as there are different seeds in its window. */
function elect(votes: readonly { place: number; seed: number }[], near: number, width: number): number[] {
  const places: { place: number; count: number }[] = [];
  const inWindow = new Uint16Array(MAX_SEEDS);
  let count = 0;
  let first = 0;
  for (const { place, seed } of votes) {
    if (inWindow[seed] === 0) count++;
    inWindow[seed] = (inWindow[seed] as number) + 1; // fewer seeds than MAX_SEEDS
    for (let oldest = votes[first]; oldest && oldest.place < place - width; oldest = votes[++first]) {
      inWindow[oldest.seed] = (inWindow[oldest.seed] as number) - 1;
      if (inWindow[oldest.seed] === 0) count--;
    }
    const last = places.at(-1);
    if (last && last.place >= place - width) {
      if (count > last.count) places[places.length - 1] = { place, count };
    } else {
      places.push({ place, count });
    }
  }
  places.sort((a, b) => b.count - a.count || Math.abs(a.place - near) - Math.abs(b.place - near));
  return places.slice(0, MAX_PLACES).map(({ place }) => place);
}
