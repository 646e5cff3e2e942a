import type { HighlightColor } from '../state/types.ts';

/** All colours, the usual one first. */
export const HIGHLIGHT_COLORS: readonly HighlightColor[] = ['yellow', 'green', 'blue', 'pink', 'red'];
