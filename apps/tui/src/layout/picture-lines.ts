import { fitPicture } from '../pictures/fit-picture.ts';
import type { LayoutContext } from './context.ts';
import { bodyLine, type BodyLine } from './fill.ts';
import type { Segment } from './line.ts';
import { Style } from './style.ts';

/** Rows of the screen where nobody says how many there are. */
const USUAL_ROWS = 24;
/** A picture takes at most this share of the screen's height, so that some of its text is in sight. */
const SHARE = 0.5;
const LEAST_ROWS = 3;

/** The rows of cells that an image's picture takes at a measure; none where it is not drawn. */
export function pictureLines(
  context: LayoutContext,
  { url, start }: { url: string; start: number },
  measure: number,
): BodyLine[] {
  const { pictures, rows: screen = USUAL_ROWS } = context.options;
  const size = pictures?.sizeOf(url);
  if (!pictures || !size) return [];
  const most = { columns: measure, rows: Math.max(LEAST_ROWS, Math.floor(screen * SHARE)) };
  const box = fitPicture(size, pictures.cell, most);
  if (!box) return [];
  const rtl = context.article.meta.direction === 'rtl';
  return Array.from({ length: box.rows }, (_, row) => {
    const segment: Segment = {
      text: ' '.repeat(box.columns),
      width: box.columns,
      style: Style.image,
      url,
      picture: { url, ...box, row },
    };
    return bodyLine([segment], rtl, start);
  });
}
