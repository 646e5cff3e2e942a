import type { PictureRoom } from '../layout/options.ts';
import type { State } from '../reader/state.ts';
import type { PixelSize } from './image-header.ts';
import type { ImageSource } from './image-source.ts';
import type { PictureSlice } from './picture.ts';

/** Where the terminal does not say: the ratio is what counts. */
export const USUAL_CELL: PixelSize = { width: 10, height: 20 };
/** Images as words. */
export const NO_ROOM: PictureRoom = { cell: USUAL_CELL, sizeOf: () => undefined };
/** Room for an image of which nothing is known yet: a photograph as wide as the text. */
const EXPECTED: PixelSize = { width: 3200, height: 1800 };

/**
 * The room of an article's images, as things stand: what is at hand has its own size, what is to be fetched the size
 * that is expected of it until it is known (`known`) and may change (not `unsettled`).
 */
export function roomOf(
  source: ImageSource,
  known: ReadonlyMap<string, PixelSize | undefined>,
  unsettled: ReadonlySet<string>,
  cell: PixelSize,
): PictureRoom {
  const sizes = new Map(known);
  for (const url of unsettled) sizes.delete(url);
  return {
    cell,
    sizeOf(url) {
      if (sizes.has(url)) return sizes.get(url);
      if (source.isRemote(url)) return source.mayFetch ? EXPECTED : undefined;
      return source.headerOf(url);
    },
  };
}

/** The pictures in `rows` rows, the first of which is `from` rows below the top of the screen. */
export function slicesOf({ flow, top }: State, from: number, rows: number): PictureSlice[] {
  const lines = flow.linesFrom(from === 0 ? top : flow.move(top, from), rows);
  return lines.flatMap(({ segments }) => segments.flatMap(({ picture }) => picture ?? []));
}
