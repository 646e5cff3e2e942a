import type { Appearance, ColorDepth } from './theme.ts';
import { THEMES } from './themes.ts';

/** What is known of the terminal's colours. */
export interface TerminalColors {
  depth: ColorDepth;
  /** Of its background; absent where it does not tell. */
  appearance?: Appearance;
}

/** The theme that goes by the terminal's background. */
export const AUTO = 'auto';
/** What a theme can be set to, in the order in which one key goes through them; the first is the default. */
export const THEME_NAMES: readonly string[] = [AUTO, ...THEMES.map(({ name }) => name)];

/**
 * The theme to draw: for `auto`, the light or the dark one, and the terminal's own palette where its background
 * is not known, or where it has no colours but those.
 */
export function themeInEffect(name: string, { depth, appearance }: TerminalColors): string {
  if (name !== AUTO) return name;
  return appearance === undefined || depth === '16' ? 'terminal' : appearance;
}
