/**
 * Kinds of page that are told apart, because one word means different things in them: replies are a
 * thread's content and an article's comments; a price is a shop's content and an article's advertisement.
 */
export const PAGE_KINDS = ['reading', 'thread', 'shop', 'service'] as const;

/** A linear model over the words of `pageWords`. */
export interface KindModel {
  /** What speaks for each kind before any word is seen. */
  bias: readonly number[];
  /** By hash, what the word speaks for each kind; 1/256 of a log-odds. */
  words: ReadonlyMap<number, Int8Array>;
}

/** Parts of a log-odds in the weights of kinds. */
export const KIND_UNIT = 256;

/** How likely each kind is, in 64ths that add up to about 64. */
export function pageKind(words: Iterable<number>, model: KindModel): number[] {
  const scores = [...model.bias];
  for (const word of words) {
    const weights = model.words.get(word);
    if (weights === undefined) continue;
    for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) + (weights[k] as number);
  }
  const best = Math.max(...scores);
  const shares = scores.map((score) => power(best - score));
  const sum = shares.reduce((total, value) => total + value, 0);
  return shares.map((value) => Math.round((64 * value) / sum));
}

/** e^(-1/16): literal, because `Math.exp` may differ in its last bit between platforms. */
const STEP = 0.9394130628134758;

/** e^(-distance / KIND_UNIT), in steps of a sixteenth. */
function power(distance: number): number {
  let value = 1;
  let factor = STEP;
  for (let n = Math.min(1000, Math.round((distance * 16) / KIND_UNIT)); n > 0; n >>= 1) {
    if (n & 1) value *= factor;
    factor *= factor;
  }
  return value;
}
