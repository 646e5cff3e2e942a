import { deflateSync } from 'node:zlib';
import type { Box } from '../fit-picture.ts';
import type { Raster } from '../raster.ts';

/** The most base64 that a command may carry (Kitty's graphics protocol, "The transmission medium"). */
const CHUNK = 4096;
/** Stands for a cell of a picture; marks over it say which. */
const PLACEHOLDER = '\u{10EEEE}';
/**
 * The marks that stand for 0, 1, 2 … (rowcolumn-diacritics.txt of Kitty), as ranges: those of combining class 230
 * that no letter decomposes into. 129 of them, more than a picture has rows or columns.
 */
const MARK_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x305, 0x305],
  [0x30d, 0x30e],
  [0x310, 0x310],
  [0x312, 0x312],
  [0x33d, 0x33f],
  [0x346, 0x346],
  [0x34a, 0x34c],
  [0x350, 0x352],
  [0x357, 0x357],
  [0x35b, 0x35b],
  [0x363, 0x36f],
  [0x483, 0x487],
  [0x592, 0x595],
  [0x597, 0x599],
  [0x59c, 0x5a1],
  [0x5a8, 0x5a9],
  [0x5ab, 0x5ac],
  [0x5af, 0x5af],
  [0x5c4, 0x5c4],
  [0x610, 0x617],
  [0x657, 0x65b],
  [0x65d, 0x65e],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e2],
  [0x6e4, 0x6e4],
  [0x6e7, 0x6e8],
  [0x6eb, 0x6ec],
  [0x730, 0x730],
  [0x732, 0x733],
  [0x735, 0x736],
  [0x73a, 0x73a],
  [0x73d, 0x73d],
  [0x73f, 0x741],
  [0x743, 0x743],
  [0x745, 0x745],
  [0x747, 0x747],
  [0x749, 0x74a],
  [0x7eb, 0x7f1],
  [0x7f3, 0x7f3],
  [0x816, 0x819],
  [0x81b, 0x823],
  [0x825, 0x827],
  [0x829, 0x82d],
];
const MARKS: readonly string[] = MARK_RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
);

/**
 * Hands an image to the terminal, to be shown by placeholders in a box of cells: what the text then does with them
 * (scrolling, windows, erasing) it does with the image. No answer is asked for. `id`: 24 bits.
 */
export function kittyUpload({ width, height, data }: Raster, id: number, { columns, rows }: Box): string {
  const pixels = deflateSync(data, { level: 3 }).toString('base64');
  const first = `a=T,U=1,q=2,f=32,o=z,i=${id},s=${width},v=${height},c=${columns},r=${rows}`;
  let commands = '';
  for (let at = 0; at < pixels.length; at += CHUNK) {
    const more = at + CHUNK < pixels.length ? 1 : 0;
    commands += command(`${at === 0 ? first : 'q=2'},m=${more}`, pixels.slice(at, at + CHUNK));
  }
  return commands;
}

/** Takes an image from the terminal again, wherever it is shown. */
export function kittyDelete(id: number): string {
  return command(`a=d,d=I,q=2,i=${id}`, '');
}

/**
 * The first `columns` cells of a row of an image. Each names its row and column, so that a terminal may draw any
 * of them alone. `page`: SGR parameters of what shows where the image is clear.
 */
export function kittyRow(id: number, row: number, columns: number, page: string): string {
  const color = `38;2;${(id >> 16) & 255};${(id >> 8) & 255};${id & 255}`;
  let cells = '';
  // A cell without a column is the one after that before it.
  for (let column = 0; column < columns; column++) cells += PLACEHOLDER + (MARKS[row] ?? '') + (MARKS[column] ?? '');
  return `\u001B[0;${page === '' ? '' : `${page};`}${color}m${cells}\u001B[m`;
}

function command(keys: string, payload: string): string {
  return `\u001B_G${keys}${payload === '' ? '' : `;${payload}`}\u001B\\`;
}
