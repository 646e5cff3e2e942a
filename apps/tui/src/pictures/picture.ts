import type { Box } from './fit-picture.ts';
import type { PixelSize } from './image-header.ts';
import type { Raster } from './raster.ts';

/** How a terminal is given pictures. */
export const PROTOCOLS = ['kitty', 'iterm', 'sixel', 'blocks'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** One row of cells of a picture, as a segment of a line carries it. */
export interface PictureSlice extends Box {
  url: string;
  /** Which of its rows, from 0. */
  row: number;
}

/** What is to be made of an image. */
export interface PictureJob {
  bytes: Uint8Array;
  /** The cells that it gets, and the pixels of each. */
  box: Box;
  cell: PixelSize;
  form:
    | { protocol: 'blocks' | 'iterm' }
    /** The colours that the terminal has for an image. */
    | { protocol: 'sixel'; registers: number }
    /** What the terminal will know the image by. */
    | { protocol: 'kitty'; id: number };
}

/** An image, ready for the terminal. */
export type Picture =
  /** Two pixels for each cell; how they are painted depends on the theme. */
  | { kind: 'blocks'; raster: Raster }
  /** Sent to the terminal once; the text then refers to it by its id. */
  | { kind: 'kitty'; id: number; upload: string }
  /** A picture for each row of cells, drawn where the cursor stands. */
  | { kind: 'strips'; rows: readonly string[] };
