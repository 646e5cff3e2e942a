import type { Color, ColorDepth, Look } from './theme.ts';

/** Red, green and blue, 0 to 255. */
type Rgb = readonly [red: number, green: number, blue: number];

/** What the 16 colours look like in most terminals; only to find the nearest one. */
const PALETTE: readonly [Rgb, ...Rgb[]] = [
  [0, 0, 0],
  [170, 0, 0],
  [0, 170, 0],
  [170, 110, 0],
  [0, 0, 200],
  [170, 0, 170],
  [0, 170, 170],
  [192, 192, 192],
  [110, 110, 110],
  [255, 85, 85],
  [85, 255, 85],
  [255, 255, 85],
  [95, 95, 255],
  [255, 85, 255],
  [85, 255, 255],
  [255, 255, 255],
];
const BLACK = 0;
const WHITE = 15;
/** Of text and what is behind it: WCAG 2.2 asks for 3 at least, for large text. */
const LEAST_CONTRAST = 3;
/** Levels of the 6x6x6 colour cube of 256-colour terminals, and where its greys begin. */
const CUBE = [0, 95, 135, 175, 215, 255] as const;
const CUBE_START = 16;
const GREYS_START = 232;
const GREYS = 24;

/** The parameters of the SGR sequence for a look, `''` for none: `1;4;38;5;12`. */
export function sgrOf(look: Look, depth: ColorDepth): string {
  const parameters: string[] = [];
  if (look.bold) parameters.push('1');
  if (look.dim) parameters.push('2');
  if (look.italic) parameters.push('3');
  if (look.underline) parameters.push('4');
  if (look.inverse) parameters.push('7');
  if (look.strike) parameters.push('9');
  const color = depth === '16' ? legible(look) : look.color;
  if (color !== undefined) parameters.push(...colorOf(color, depth, false));
  if (look.background !== undefined) parameters.push(...colorOf(look.background, depth, true));
  return parameters.join(';');
}

/**
 * The colour of text, or black or white where the sixteen colours bring it too near to its background: two shades
 * of a designed theme may come out as two greys.
 */
function legible({ color, background }: Look): Color | undefined {
  if (typeof color !== 'string' || typeof background !== 'string') return color;
  const behind = luminance(PALETTE[nearest(parse(background), PALETTE)] ?? PALETTE[0]);
  const text = luminance(PALETTE[nearest(parse(color), PALETTE)] ?? PALETTE[0]);
  if (contrast(text, behind) >= LEAST_CONTRAST) return color;
  return contrast(0, behind) >= contrast(1, behind) ? BLACK : WHITE;
}

/** Contrast ratio of two luminances (WCAG 2.2). */
function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance (WCAG 2.2), 0 to 1. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((level) => {
    const share = level / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number]; // one for each of three
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function colorOf(color: Color, depth: ColorDepth, background: boolean): string[] {
  if (depth === 'none') return [];
  if (typeof color === 'number') return [paletteCode(color, background)];
  return rgbOf(parse(color), depth, background);
}

/** The SGR parameters of a colour 0xRRGGBB: `38;2;255;0;0`, or the nearest that the terminal has; `''` without colours. */
export function rgbCode(rgb: number, depth: ColorDepth, background: boolean): string {
  return depth === 'none' ? '' : rgbOf([(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255], depth, background).join(';');
}

function rgbOf(rgb: Rgb, depth: Exclude<ColorDepth, 'none'>, background: boolean): string[] {
  if (depth === '16') return [paletteCode(nearest(rgb, PALETTE), background)];
  const kind = background ? '48' : '38';
  return depth === '256' ? [kind, '5', String(to256(rgb))] : [kind, '2', ...rgb.map(String)];
}

function paletteCode(index: number, background: boolean): string {
  const bright = index >= 8;
  return String((bright ? 90 + index - 8 : 30 + index) + (background ? 10 : 0));
}

function parse(color: `#${string}`): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** The nearest colour of the cube or the greys; the 16 before them differ from terminal to terminal. */
function to256(rgb: Rgb): number {
  const [r, g, b] = rgb.map((level) => nearestLevel(level)) as [number, number, number]; // one for each of three
  const cube: Rgb = [CUBE[r] ?? 0, CUBE[g] ?? 0, CUBE[b] ?? 0];
  const mean = (rgb[0] + rgb[1] + rgb[2]) / 3;
  const step = Math.max(0, Math.min(GREYS - 1, Math.round((mean - 8) / 10)));
  const grey = 8 + step * 10;
  if (distance(rgb, [grey, grey, grey]) < distance(rgb, cube)) return GREYS_START + step;
  return CUBE_START + 36 * r + 6 * g + b;
}

function nearestLevel(value: number): number {
  let best = 0;
  for (let i = 1; i < CUBE.length; i++) {
    if (Math.abs((CUBE[i] ?? 0) - value) < Math.abs((CUBE[best] ?? 0) - value)) best = i;
  }
  return best;
}

function nearest(rgb: Rgb, colors: readonly Rgb[]): number {
  let best = 0;
  let least = Infinity;
  for (const [index, color] of colors.entries()) {
    const far = distance(rgb, color);
    if (far < least) {
      least = far;
      best = index;
    }
  }
  return best;
}

/** How different two colours look: the eye tells greens apart best, and reds better in light colours. */
function distance(a: Rgb, b: Rgb): number {
  const red = (a[0] + b[0]) / 2;
  const [dr, dg, db] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return (2 + red / 256) * dr * dr + 4 * dg * dg + (2 + (255 - red) / 256) * db * db;
}
