import { MONOCHROME } from './monochrome.ts';
import type { Color, Theme } from './theme.ts';

/** The colours that a theme is made of; everything else follows from what the text is. */
interface Inks {
  accent: Color;
  code: Color;
  faint?: Color;
  heading?: Color;
  keyword: Color;
  string: Color;
  number: Color;
  function: Color;
  type: Color;
  inserted: Color;
  deleted: Color;
  highlight: Color;
  match: Color;
  current: Color;
  /** Text on the three backgrounds above. */
  onMark: Color;
  error: Color;
  status?: { color: Color; background: Color };
  page?: { color: Color; background: Color };
}

function themeOf(name: string, appearance: Theme['appearance'], inks: Inks): Theme {
  const faint = inks.faint === undefined ? { dim: true } : { color: inks.faint };
  const heading = inks.heading === undefined ? {} : { color: inks.heading };
  const status = inks.status ?? { inverse: true };
  const theme: Theme = {
    name,
    appearance,
    styles: {
      title: { bold: true, ...heading },
      heading: { bold: true, ...heading },
      subheading: { italic: true },
      byline: faint,
      strong: { bold: true },
      emphasis: { italic: true },
      delete: { strike: true },
      code: { color: inks.code },
      link: { underline: true, color: inks.accent },
      mark: { background: inks.highlight, color: inks.onMark },
      rule: faint,
      marker: faint,
      caption: { italic: true, ...faint },
      image: faint,
      footnote: { color: inks.accent },
      tableHeader: { bold: true },
      dim: faint,
      keyword: { color: inks.keyword },
      string: { color: inks.string },
      comment: { italic: true, ...faint },
      number: { color: inks.number },
      function: { color: inks.function },
      type: { color: inks.type },
      meta: faint,
      inserted: { color: inks.inserted },
      deleted: { color: inks.deleted },
    },
    overlays: {
      highlight: { background: inks.highlight, color: inks.onMark },
      match: { background: inks.match, color: inks.onMark },
      currentMatch: { background: inks.current, color: inks.onMark, bold: true },
      linkFocus: { inverse: true },
      selection: { inverse: true },
      dimmed: { bold: false, ...faint },
    },
    chrome: {
      status,
      statusStrong: { ...status, bold: true },
      statusDim: inks.status === undefined ? { inverse: true } : { ...status, ...faint },
      message: status,
      error: { ...status, bold: true, ...(inks.status === undefined ? {} : { color: inks.error }) },
      windowTitle: { bold: true, ...heading },
      windowDim: faint,
      windowSelected: { inverse: true },
      hint: { background: inks.current, color: inks.onMark, bold: true },
      key: { bold: true, color: inks.accent },
    },
  };
  if (inks.page) theme.page = inks.page;
  return theme;
}

/** The terminal's own palette, whatever it is: the colours that read on light and dark. */
const terminal = themeOf('terminal', 'any', {
  accent: 6,
  code: 5,
  keyword: 5,
  string: 2,
  number: 6,
  function: 4,
  type: 3,
  inserted: 2,
  deleted: 1,
  highlight: 3,
  match: 6,
  current: 11,
  onMark: 0,
  error: 1,
});

const light = themeOf('light', 'light', {
  accent: '#0b57a4',
  code: '#8a2a6b',
  faint: '#6a6a6a',
  keyword: '#8a2a6b',
  string: '#1f6f3a',
  number: '#9a4a00',
  function: '#0b57a4',
  type: '#5a4a00',
  inserted: '#1f6f3a',
  deleted: '#a4202a',
  highlight: '#ffe9a8',
  match: '#cfe4ff',
  current: '#ffb84d',
  onMark: '#1a1a1a',
  error: '#a4202a',
  status: { color: '#2a2a2a', background: '#e4e4e4' },
});

const dark = themeOf('dark', 'dark', {
  accent: '#7cb7ff',
  code: '#e0a0d0',
  faint: '#8c8c8c',
  keyword: '#d3a0ff',
  string: '#9fd28b',
  number: '#f0b070',
  function: '#7cb7ff',
  type: '#e6d07a',
  inserted: '#9fd28b',
  deleted: '#f28b82',
  highlight: '#f2d479',
  match: '#5b87b8',
  current: '#ffb454',
  onMark: '#101010',
  error: '#f28b82',
  status: { color: '#dcdcdc', background: '#303030' },
});

/** Warm ink on paper. */
const paper = themeOf('paper', 'light', {
  accent: '#8a3b12',
  code: '#5f4b1a',
  faint: '#857a66',
  heading: '#3a2a18',
  keyword: '#8a3b12',
  string: '#4f6b2a',
  number: '#8a5a00',
  function: '#2f5a6b',
  type: '#5f4b1a',
  inserted: '#4f6b2a',
  deleted: '#9a2f22',
  highlight: '#f0d48a',
  match: '#d9c7a0',
  current: '#e0964a',
  onMark: '#2b2418',
  error: '#9a2f22',
  status: { color: '#4a4030', background: '#e6dcc4' },
  page: { color: '#2f2a20', background: '#f6f0e0' },
});

/** Low light, low glare. */
const night = themeOf('night', 'dark', {
  accent: '#8fb8c8',
  code: '#c8a98f',
  faint: '#6f7680',
  heading: '#e6e0d0',
  keyword: '#b79ac8',
  string: '#9db88a',
  number: '#c8a070',
  function: '#8fb8c8',
  type: '#c8bc8a',
  inserted: '#9db88a',
  deleted: '#c88a84',
  highlight: '#b89a50',
  match: '#6f93a6',
  current: '#d0a050',
  onMark: '#12151a',
  error: '#c88a84',
  status: { color: '#b0b4ba', background: '#232830' },
  page: { color: '#c4c6c8', background: '#171a1f' },
});

/** Nothing faint, and every difference shown twice: by colour and by an attribute. */
const contrast: Theme = {
  ...MONOCHROME,
  name: 'contrast',
  styles: {
    ...MONOCHROME.styles,
    byline: {},
    rule: {},
    marker: { bold: true },
    image: { italic: true },
    footnote: { underline: true },
    dim: {},
    code: { bold: true },
    mark: { background: 11, color: 0 },
  },
  overlays: {
    ...MONOCHROME.overlays,
    highlight: { background: 11, color: 0, underline: true },
    match: { background: 14, color: 0 },
    currentMatch: { background: 13, color: 0, bold: true, underline: true },
  },
  chrome: { ...MONOCHROME.chrome, windowDim: {}, key: { bold: true, underline: true } },
};

/** All themes; the first is drawn where nothing is known of the terminal. */
export const THEMES: readonly Theme[] = [terminal, light, dark, contrast, paper, night];
