/**
 * Characters that are never written to the terminal: C0 and C1 controls (ESC first of all), line and paragraph
 * separators, bidirectional controls (lines are reordered here), and invisible characters whose work, breaking
 * lines, is done. The joiners of emoji and scripts stay.
 */
const UNPRINTABLE =
  /[\0-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;
const UNPRINTABLES = new RegExp(UNPRINTABLE.source, 'g');

/** Whether `text` can be written to a terminal as it is. */
export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

/** `text` without what may not be written; all such characters take no column. */
export function printable(text: string): string {
  return UNPRINTABLE.test(text) ? text.replace(UNPRINTABLES, '') : text;
}

/** Offsets `[from, to)` of the printable stretches of `text`. */
export function printableStretches(text: string): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  let from = 0;
  for (const { index } of text.matchAll(UNPRINTABLES)) {
    if (index > from) stretches.push([from, index]);
    from = index + 1;
  }
  if (from < text.length) stretches.push([from, text.length]);
  return stretches;
}
