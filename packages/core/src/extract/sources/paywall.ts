/** Whoever reads this share of the declared words has read the article. */
const WHOLE = 0.8;

const NOT_FREE = /"isAccessibleForFree"\s{0,9}:\s{0,9}"?false/i;
const WORD_COUNT = /"wordCount"\s{0,9}:\s{0,9}"?(\d{1,7})/g;

/**
 * Whether a page says that its article is not free to read, and shows a part of it: `shown` words, fewer
 * than the `wordCount` that it declares. Where it declares none, the whole may well be there.
 * `jsonLd` are the sources of its JSON-LD scripts.
 */
export function isPaywalled(jsonLd: readonly string[], shown: number): boolean {
  if (!jsonLd.some((source) => NOT_FREE.test(source))) return false;
  let declared = 0;
  for (const source of jsonLd) {
    for (const [, count = ''] of source.matchAll(WORD_COUNT)) declared = Math.max(declared, Number(count));
  }
  return declared === 0 || shown < WHOLE * declared;
}
