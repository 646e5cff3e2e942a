import type { StyleName } from '../layout/style.ts';

/** A terminal palette index (0-15: black, red, green, yellow, blue, magenta, cyan, white, then bright) or `#rrggbb`. */
export type Color = number | `#${string}`;

/** How something looks. Absent means as around it. */
export interface Look {
  color?: Color;
  background?: Color;
  bold?: boolean;
  dim?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  inverse?: boolean;
}

/** What is painted over the text. Later ones in this list win. */
export const OVERLAYS = ['highlight', 'match', 'currentMatch', 'linkFocus', 'selection', 'dimmed'] as const;
export type OverlayRole = (typeof OVERLAYS)[number];

/** Everything around the text: rows and windows of the reader itself. */
export type ChromeRole =
  | 'status'
  | 'statusStrong'
  | 'statusDim'
  | 'prompt'
  | 'message'
  | 'error'
  | 'window'
  | 'windowTitle'
  | 'windowDim'
  | 'windowSelected'
  | 'hint'
  | 'key';

/** Whether a background is light or dark. */
export type Appearance = 'light' | 'dark';

export interface Theme {
  name: string;
  /** The background it is made for; `any` uses the terminal's own colours. */
  appearance: Appearance | 'any';
  /** Colours of the page; absent: the terminal's own. */
  page?: Look;
  styles: Partial<Record<StyleName, Look>>;
  overlays: Partial<Record<OverlayRole, Look>>;
  chrome: Partial<Record<ChromeRole, Look>>;
}

/** How many colours the terminal shows; `none`: attributes only (NO_COLOR). */
export type ColorDepth = 'none' | '16' | '256' | 'true';
