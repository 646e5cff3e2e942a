import type { TerminalColors } from '../theme/choose-theme.ts';
import type { Appearance, ColorDepth } from '../theme/theme.ts';
import type { Rgb, TerminalTraits } from './traits.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How many colours to use. `NO_COLOR` (no-color.org) turns colours off whatever the terminal can;
 * `COLORTERM` and `TERM` say what it can.
 */
export function colorDepth(environment: Environment): ColorDepth {
  const { NO_COLOR, COLORTERM, TERM = '' } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return 'none';
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit' || TERM.endsWith('-direct')) return 'true';
  return TERM.includes('256color') ? '256' : '16';
}

/** Whether a full screen can be drawn at all. */
export function canDraw({ TERM }: Environment): boolean {
  return TERM !== 'dumb';
}

/** Above this share of white, dark text reads better than light text. */
const MIDDLE = 0.5;

/** What a background is, by the brightness that the eye sees in it (ITU-R BT.601). */
function appearanceOf([red, green, blue]: Rgb): Appearance {
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255 > MIDDLE ? 'light' : 'dark';
}

/** What `COLORFGBG` says, where a terminal sets it: `foreground;background`, as numbers of the palette. */
function appearanceFrom({ COLORFGBG }: Environment): Appearance | undefined {
  const background = /;(\d{1,2})$/.exec(COLORFGBG ?? '')?.[1];
  if (background === undefined) return undefined;
  return background === '7' || Number(background) > 8 ? 'light' : 'dark';
}

/** The terminal's colours: by what it has told, and where it has not, by the environment. */
export function colorsOf(environment: Environment, { background, trueColor }: TerminalTraits): TerminalColors {
  const depth = colorDepth(environment);
  const appearance = background ? appearanceOf(background) : appearanceFrom(environment);
  return { depth: trueColor && depth !== 'none' ? 'true' : depth, ...(appearance === undefined ? {} : { appearance }) };
}
