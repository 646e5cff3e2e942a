import { breakLines } from '../../lines/break-lines.ts';

const SOFT_HYPHEN = '\u00AD';

/** The lines of a text, each at most `width` columns wide where there is a width. */
export function wrap(text: string, width: number | undefined): string[] {
  if (width === undefined) return text.split('\n');
  return breakLines(text, Math.max(1, width)).map(({ start, end, hyphen }) => {
    const line = text.slice(start, hyphen ? end - 1 : end).replaceAll(SOFT_HYPHEN, '');
    return hyphen ? `${line}-` : line;
  });
}
