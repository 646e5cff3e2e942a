import type { PixelSize } from '../pictures/image-header.ts';
import type { Report } from './input-filter.ts';

/** The answer to a query. */
export type Reply = Report & { type: 'reply' };

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What a terminal has told of itself; absent: it has not, so far. */
export interface TerminalTraits {
  /** What it shows where nothing is set. */
  background?: Rgb;
  /** It shows the colours that it is given, not the nearest of 256. */
  trueColor?: true;
  /** Its name and version, as it says them. */
  name?: string;
  /** It knows Kitty's graphics protocol. */
  kittyGraphics?: true;
  /** It shows images in sixels, */
  sixel?: true;
  /** of so many colours. */
  registers?: number;
  /** Pixels of a cell, and of all of them. */
  cell?: PixelSize;
  window?: PixelSize;
}

/** A question to the terminal. Each is one that terminals without an answer pass over in silence. */
export interface Query {
  /** The control sequence that asks. */
  sequence: string;
  /** What a reply tells; `undefined` for the reply to another question. */
  read: (reply: Reply) => TerminalTraits | undefined;
}

/** OSC 11 with `?` asks for the background; the reply is `11;rgb:RRRR/GGGG/BBBB` (xterm, Control Sequences). */
export const BACKGROUND: Query = {
  sequence: '\u001B]11;?\u001B\\',
  read({ kind, body }) {
    const background = kind === 'osc' && body.startsWith('11;') ? colorOf(body.slice(3)) : undefined;
    return background && { background };
  },
};

/**
 * Sets a background that is none of the 256 colours and asks what is set now (DECRQSS, `$qm`): a terminal that
 * only has 256 colours answers with the nearest of them.
 */
export const TRUE_COLOR: Query = {
  sequence: '\u001B[48;2;1;2;3m\u001BP$qm\u001B\\\u001B[m',
  read({ kind, body }) {
    return kind === 'dcs' && /^1\$r(?:.*[;:])?48[;:]2[;:](?:\d*:)?1[;:]2[;:]3m$/.test(body)
      ? { trueColor: true }
      : undefined;
  },
};

/**
 * Primary device attributes (DA1), which every terminal answers. It is asked last: replies come in the order of
 * the questions, so what has not been answered before it never will be.
 */
export const LAST = '\u001B[c';

/** Whether a reply is that to `LAST`. */
export function isLast({ kind, body }: Reply): boolean {
  return kind === 'csi' && /^\?[\d;]*c$/.test(body);
}

/** A colour as X writes it, `rgb:R/G/B` with one to four hexadecimal digits each, or `#RRGGBB`. */
function colorOf(text: string): Rgb | undefined {
  const parts =
    /^rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?$/i.exec(text) ??
    /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((digits) => {
    return Math.round((Number.parseInt(digits, 16) / (16 ** digits.length - 1)) * 255);
  });
  return [red, green, blue];
}
