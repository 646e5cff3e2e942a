import type { PixelSize } from '../image-header.ts';
import type { Raster } from '../raster.ts';
import { encodePng } from './png.ts';
import { encodeSixel, paletteOf } from './sixel.ts';

/**
 * An image as a picture for each row of cells, for terminals that draw where the cursor stands: rows then come and
 * go with the rows of the text around them.
 */
export function itermStrips(raster: Raster, cell: PixelSize): string[] {
  const columns = raster.width / cell.width;
  return stripsOf(raster, cell).map((strip) => {
    const png = encodePng(strip);
    const keys = `inline=1;width=${columns};height=1;preserveAspectRatio=0;doNotMoveCursor=1;size=${png.length}`;
    return `\u001B]1337;File=${keys}:${png.toString('base64')}\u0007`;
  });
}

/** `registers`: how many colours the terminal has for an image. */
export function sixelStrips(raster: Raster, cell: PixelSize, registers: number): string[] {
  const palette = paletteOf(raster, registers);
  return stripsOf(raster, cell).map((strip) => encodeSixel(strip, palette));
}

/** A strip in the cells that it takes: they are blanked, drawn over, and passed. */
export function stripRow(strip: string, columns: number, page: string): string {
  const blanks = page === '' ? ' '.repeat(columns) : `\u001B[${page}m${' '.repeat(columns)}\u001B[m`;
  return `\u001B7${blanks}\u001B8${strip}\u001B8\u001B[${columns}C`;
}

function stripsOf({ width, height, data }: Raster, cell: PixelSize): Raster[] {
  const size = width * cell.height * 4;
  return Array.from({ length: height / cell.height }, (_, row) => ({
    width,
    height: cell.height,
    data: data.subarray(row * size, (row + 1) * size),
  }));
}
