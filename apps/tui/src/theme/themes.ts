import type { Theme } from './theme.ts';

const terminal: Theme = {
  name: 'terminal',
  appearance: 'any',
  styles: {
    title: { bold: true },
    heading: { bold: true },
    byline: { dim: true },
    strong: { bold: true },
    emphasis: { italic: true },
    delete: { strike: true },
    code: { color: 3 },
    link: { underline: true, color: 4 },
    rule: { dim: true },
    marker: { dim: true },
    caption: { dim: true, italic: true },
    image: { dim: true },
    dim: { dim: true },
  },
  overlays: {
    highlight: { background: 3, color: 0 },
    match: { inverse: true },
    currentMatch: { background: 11, color: 0 },
    linkFocus: { inverse: true },
    selection: { inverse: true },
    dimmed: { dim: true },
  },
  chrome: {
    status: { inverse: true },
    statusStrong: { inverse: true, bold: true },
    statusDim: { inverse: true, dim: true },
    error: { color: 1 },
    windowTitle: { bold: true },
    windowDim: { dim: true },
    windowSelected: { inverse: true },
    hint: { inverse: true, bold: true },
    key: { bold: true },
  },
};

/** All themes; the first is the default. */
export const THEMES: readonly Theme[] = [terminal];
