import type { Line } from '../layout/line.ts';
import type { PictureSlice } from '../pictures/picture.ts';
import { printable } from '../layout/printable.ts';
import { STYLE_NAMES } from '../layout/style.ts';
import { MONOCHROME } from './monochrome.ts';
import { crop, overlaysOn, type Stretch, stretchesOf } from './paint-line.ts';
import { sgrOf } from './sgr.ts';
import { type ChromeRole, type ColorDepth, type Look, type OverlayRole, OVERLAYS, type Theme } from './theme.ts';

/** A span of the article's text to paint over, half-open. */
export interface Overlay {
  start: number;
  end: number;
  role: OverlayRole;
}

export interface PainterOptions {
  theme: Theme;
  depth: ColorDepth;
  /** Write links as OSC 8. Default true. */
  hyperlinks?: boolean;
}

/**
 * Draws the first `columns` cells of a row of a picture on a page painted by SGR parameters (`48;5;230`, `''`): a
 * text that fills these cells and ends with its style reset. `undefined` while there is nothing to draw.
 */
export type PaintPicture = (slice: PictureSlice, columns: number, page: string) => string | undefined;

export interface PaintOptions {
  /** Draws pictures; without it their room stays empty. */
  picture?: PaintPicture | undefined;
  /** Those that do not touch the line cost little. */
  overlays?: readonly Overlay[];
  /** Columns of the screen: lines are cut there. */
  columns?: number;
  /** Fill the row up to `columns`; always so where the theme colours the page. */
  pad?: boolean;
  /** Columns that overflowing lines are scrolled to the left. */
  shift?: number;
}

/** Turns lines into text with ANSI escape sequences, ready for the terminal (no line end). */
export interface Painter {
  /** One row. Ends with style and link reset; holds no control character of the article's. */
  line(line: Line, options?: PaintOptions): string;
  /** A text of the reader's own (status row, window); control characters are dropped. */
  chrome(role: ChromeRole, text: string): string;
  /** An empty row of the page. */
  blank(columns: number): string;
}

const ESC = '\u001b';
const RESET = `${ESC}[m`;
const LINK_END = `${ESC}]8;;${ESC}\\`;
/** Terminals drop longer addresses, or worse. */
const LONGEST_URL = 2000;
const LINKABLE = /^(?:https?|mailto|tel):[!-~]*$/i;
/** More combinations of styles than an article has; a theme's are few. */
const MOST_KEPT = 4096;

/** A painter for one theme and terminal. Sequences are made once for each combination of styles. */
export function createPainter({ theme, depth, hyperlinks = true }: PainterOptions): Painter {
  const { page = {}, styles, overlays, chrome } = depth === 'none' ? MONOCHROME : theme;
  const pageSgr = sgrOf(page, depth);
  const fills = page.background !== undefined;
  const known = new Map<number, string>();

  function sgr(style: number, over: number): string {
    // Styles take the lower bits, overlays those above: the sum stays a safe integer.
    const key = over * 2 ** STYLE_NAMES.length + style;
    let value = known.get(key);
    if (value === undefined) {
      value = sgrOf(lookOf(style, over), depth);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(key, value);
    }
    return value;
  }

  function lookOf(style: number, over: number): Look {
    const look: Look = { ...page };
    for (const [bit, name] of STYLE_NAMES.entries()) if ((style & (1 << bit)) !== 0) Object.assign(look, styles[name]);
    for (const [bit, role] of OVERLAYS.entries()) if ((over & (1 << bit)) !== 0) Object.assign(look, overlays[role]);
    return look;
  }

  function paint(
    stretches: readonly Stretch[],
    left: number,
    padding: number,
    paintPicture: PaintPicture | undefined,
  ): string {
    let out = '';
    let current = '';
    let link = '';
    const set = (next: string): void => {
      if (next === current) return;
      out += next === '' ? RESET : current === '' ? `${ESC}[${next}m` : `${ESC}[0;${next}m`;
      current = next;
    };
    if (left > 0) {
      set(pageSgr);
      out += ' '.repeat(left);
    }
    for (const { text, style, overlays: over, url, mark, picture } of stretches) {
      const drawn = picture && paintPicture?.(picture, text.length, pageSgr);
      const target = hyperlinks && url !== undefined ? linkStart(url, mark) : '';
      if (target !== link) {
        out += target === '' ? LINK_END : target;
        link = target;
      }
      if (drawn !== undefined) {
        set('');
        out += drawn;
        continue;
      }
      set(sgr(style, over));
      out += printable(text);
    }
    if (link !== '') out += LINK_END;
    if (padding > 0) {
      set(pageSgr);
      out += ' '.repeat(padding);
    }
    set('');
    return out;
  }

  return {
    line(line, { overlays: over = [], columns, pad = false, shift = 0, picture } = {}) {
      let stretches = stretchesOf(line.segments, overlaysOn(line, over));
      let { width } = line;
      const left = columns === undefined ? line.left : Math.min(line.left, columns);
      if (columns !== undefined) {
        const from = line.overflows ? Math.max(0, shift) : 0;
        const room = columns - left;
        if (from > 0 || width > room) {
          stretches = crop(stretches, from, room);
          width = Math.max(0, Math.min(room, width - from));
        }
      }
      const padding = columns !== undefined && (pad || fills) ? columns - left - width : 0;
      if (stretches.length === 0 && padding === 0) return '';
      return paint(stretches, left, padding, picture);
    },
    chrome(role, text) {
      const value = sgrOf({ ...page, ...chrome[role] }, depth);
      const clean = printable(text);
      return value === '' ? clean : `${ESC}[${value}m${clean}${RESET}`;
    },
    blank(columns) {
      return fills ? `${ESC}[${pageSgr}m${' '.repeat(columns)}${RESET}` : '';
    },
  };
}

/** The start of an OSC 8 link; `''` for addresses inside the article and those that a terminal should not get. */
function linkStart(url: string, mark: number | undefined): string {
  if (url.length > LONGEST_URL || !LINKABLE.test(url)) return '';
  // One id for all rows of a link, so that the terminal lights them up together.
  return `${ESC}]8;${mark === undefined ? '' : `id=${mark}`};${url}${ESC}\\`;
}
