import type { Raster } from '../raster.ts';

/** Paints a colour of 0xRRGGBB as SGR parameters: `38;2;255;0;0`. */
export type ColorCode = (rgb: number, isBackground: boolean) => string;

const UPPER = '▀';
const LOWER = '▄';
/** Less opaque than this shows the page. */
const OPAQUE = 128;

/**
 * An image as rows of half blocks: each cell shows two pixels, one over the other. `raster` is twice as high as
 * there are rows. Where it is clear the page shows, which `page` paints (SGR parameters, `''` for the terminal's own).
 */
export function halfBlocks(raster: Raster, color: ColorCode, page: string): string[] {
  const rows = raster.height >> 1;
  return Array.from({ length: rows }, (_, row) => {
    let text = '';
    let current = '';
    for (let column = 0; column < raster.width; column++) {
      const top = pixelAt(raster, column, row * 2);
      const bottom = pixelAt(raster, column, row * 2 + 1);
      const [glyph, look] = cellOf(top, bottom, color, page);
      if (look !== current) {
        text += `\u001B[0${look === '' ? '' : ';'}${look}m`;
        current = look;
      }
      text += glyph;
    }
    return `${text}\u001B[m`;
  });
}

/** The first `columns` cells of such a row. */
export function cutHalfBlocks(row: string, columns: number): string {
  let cells = 0;
  let inEscape = false;
  for (let at = 0; at < row.length; at++) {
    const character = row[at];
    if (character === '\u001B') inEscape = true;
    if (!inEscape && ++cells > columns) return `${row.slice(0, at)}\u001B[m`;
    if (character === 'm') inEscape = false;
  }
  return row;
}

function cellOf(
  top: number | undefined,
  bottom: number | undefined,
  color: ColorCode,
  page: string,
): [glyph: string, look: string] {
  const join = (...parts: string[]): string => parts.filter((part) => part !== '').join(';');
  if (top === undefined && bottom === undefined) return [' ', page];
  if (top === undefined) return [LOWER, join(page, color(bottom ?? 0, false))];
  if (bottom === undefined) return [UPPER, join(page, color(top, false))];
  return [UPPER, join(color(top, false), color(bottom, true))];
}

/** 0xRRGGBB; `undefined` where the image is clear. */
function pixelAt({ data, width }: Raster, x: number, y: number): number | undefined {
  const at = (y * width + x) * 4;
  if ((data[at + 3] ?? 0) < OPAQUE) return undefined;
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}
