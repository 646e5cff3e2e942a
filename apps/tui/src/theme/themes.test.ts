import { describe, expect, test } from 'vitest';
import type { Color } from './theme.ts';
import { THEMES } from './themes.ts';

/** The backgrounds that a theme without a page of its own is made for. */
const BACKGROUND = { light: '#ffffff', dark: '#000000', any: undefined } as const;
/** WCAG 2: normal text, and what is faint on purpose. */
const READABLE = 4.5;
const FAINT = 3;

/** WCAG relative luminance. */
function luminance(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  const [r = 0, g = 0, b = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((level) => {
    const part = level / 255;
    return part <= 0.039_28 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Color | undefined, b: Color | undefined): number {
  if (typeof a !== 'string' || typeof b !== 'string') return Infinity;
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test('themes have names of their own', () => {
  expect(new Set(THEMES.map((theme) => theme.name)).size).toBe(THEMES.length);
});

describe.each(THEMES)('the theme $name', (theme) => {
  const background = theme.page?.background ?? BACKGROUND[theme.appearance];
  const faint = theme.styles.dim?.color;
  const looks = [
    ...Object.entries(theme.styles),
    ...Object.entries(theme.overlays),
    ...Object.entries(theme.chrome),
    ['page', theme.page ?? {}] as const,
  ];
  test.each(looks)('can be read: %s', (_name, look) => {
    const least = look.color !== undefined && look.color === faint ? FAINT : READABLE;
    expect(contrast(look.color ?? theme.page?.color, look.background ?? background)).toBeGreaterThanOrEqual(least);
  });
});
