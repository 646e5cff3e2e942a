import type { PixelSize } from './image-header.ts';

/** Room on the screen, in cells. */
export interface Box {
  columns: number;
  rows: number;
}

/** Pixels of a cell's height. On screens of twice the density cells have twice as many, and so shall images. */
const USUAL_HEIGHT = 20;
/** Spacers and tracking pixels are no pictures. */
const LEAST_PIXELS = 8;

/**
 * The cells that an image takes: as large as it is, scaled down to `most` where it is larger, its ratio kept.
 * `undefined` where nothing would be seen.
 *
 * @param cell Pixels of a cell of the screen.
 */
export function fitPicture(image: PixelSize, cell: PixelSize, most: Box): Box | undefined {
  if (Math.min(image.width, image.height) < LEAST_PIXELS || most.columns < 1 || most.rows < 1) return undefined;
  const scale = scaleInto(image, cell, most);
  return {
    columns: Math.min(most.columns, Math.ceil((image.width * scale) / cell.width)),
    rows: Math.min(most.rows, Math.ceil((image.height * scale) / cell.height)),
  };
}

/** The scale at which an image fits into a box; never larger than it is on a screen of usual density. */
export function scaleInto(image: PixelSize, cell: PixelSize, box: Box): number {
  const density = Math.max(1, Math.round(cell.height / USUAL_HEIGHT));
  return Math.min(density, (box.columns * cell.width) / image.width, (box.rows * cell.height) / image.height);
}
