let segmenter: Intl.Segmenter | undefined;

/** The grapheme clusters (what a reader sees as one character) of `text`, in order. */
export function* graphemes(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter();
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** End of the grapheme cluster that starts at `offset`. */
export function graphemeEnd(text: string, offset: number): number {
  for (const grapheme of graphemes(text.slice(offset, offset + 64))) return offset + grapheme.length;
  return offset;
}
