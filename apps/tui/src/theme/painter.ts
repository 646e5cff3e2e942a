import type { Line } from '../layout/line.ts';
import type { ChromeRole, ColorDepth, OverlayRole, Theme } from './theme.ts';

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

export interface PaintOptions {
  /** Sorted by start or not; those that do not touch the line cost little. */
  overlays?: readonly Overlay[];
  /** Columns of the screen: lines are cut there, and padded where the theme has a page background. */
  columns?: number;
  /** Columns that overflowing lines are scrolled to the left. */
  shift?: number;
}

/** Turns lines into text with ANSI escape sequences, ready for the terminal (no line end). */
export interface Painter {
  /** One row. Ends with the style reset. */
  line(line: Line, options?: PaintOptions): string;
  /** A text of the reader's own (status row, window); control characters are dropped. */
  chrome(role: ChromeRole, text: string): string;
  /** An empty row of the page. */
  blank(columns: number): string;
}

export function createPainter(_options: PainterOptions): Painter {
  const bold = (text: string): string => `\u001b[1m${text}\u001b[0m`;
  return {
    line: (line) => ' '.repeat(line.left) + line.segments.map((s) => (s.style ? bold(s.text) : s.text)).join(''),
    chrome: (_role, text) => bold(text),
    blank: () => '',
  };
}
