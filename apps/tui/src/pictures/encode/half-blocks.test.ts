import xterm from '@xterm/headless';
import { expect, test } from 'vitest';
import { painted } from '../../../test/images.ts';
import { rgbCode } from '../../theme/sgr.ts';
import type { Raster } from '../raster.ts';
import { cutHalfBlocks, halfBlocks } from './half-blocks.ts';

const image = painted(5, 4, (x, y) => [
  x * 50,
  y * 60,
  (x * y * 11) & 255,
  x === 4 || (x === 3 && y % 2 === 0) ? 0 : 255,
]);
const TRUE_COLOR = (rgb: number, isBackground: boolean): string => rgbCode(rgb, 'true', isBackground);

/** The pixels that a terminal shows for rows of half blocks; `-` where the page shows. */
async function shown(rows: readonly string[], columns: number): Promise<string[][]> {
  const terminal = new xterm.Terminal({ cols: columns, rows: rows.length, allowProposedApi: true });
  await new Promise<void>((done) => terminal.write(rows.join('\r\n'), done));
  const pixels: string[][] = [];
  for (let y = 0; y < rows.length; y++) {
    const [upper, lower]: [string[], string[]] = [[], []];
    for (let x = 0; x < columns; x++) {
      const cell = terminal.buffer.active.getLine(y)?.getCell(x);
      const front = cell?.isFgRGB() ? cell.getFgColor().toString(16) : '-';
      const back = cell?.isBgRGB() ? cell.getBgColor().toString(16) : '-';
      const glyph = cell?.getChars() ?? '';
      upper.push(glyph === '▀' ? front : back);
      lower.push(glyph === '▄' ? front : back);
    }
    pixels.push(upper, lower);
  }
  return pixels;
}

function expected({ width, height, data }: Raster): string[][] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => {
      const at = (y * width + x) * 4;
      return (data[at + 3] ?? 0) < 128 ? '-' : Buffer.from(data).readUIntBE(at, 3).toString(16);
    }),
  );
}

test('a terminal shows the pixels that were given, and the page where they are clear', async () => {
  expect(await shown(halfBlocks(image, TRUE_COLOR, ''), 5)).toEqual(expected(image));
});

test('the page of a theme shows through', async () => {
  const pixels = await shown(halfBlocks(image, TRUE_COLOR, '48;2;1;2;3'), 5);
  expect(pixels).toEqual(expected(image).map((row) => row.map((pixel) => (pixel === '-' ? '10203' : pixel))));
});

test('a row can be cut, and leaves no style behind', async () => {
  const rows = halfBlocks(image, TRUE_COLOR, '').map((row) => `${cutHalfBlocks(row, 2)}x`);
  const pixels = await shown(rows, 5);
  expect(pixels.map((row) => row.slice(0, 2))).toEqual(expected(image).map((row) => row.slice(0, 2)));
  expect(pixels.flatMap((row) => row.slice(2))).toEqual(Array.from({ length: 12 }, () => '-'));
});
