import { expect, test } from 'vitest';
import type { Environment } from './color.ts';
import { cellOf, imageQuestions, protocolOf } from './graphics.ts';
import { questionsFor } from './questions.ts';
import { passedThrough, passesImages } from './tmux.ts';
import type { Reply, TerminalTraits } from './traits.ts';

const SIZE = { columns: 100, rows: 40 };
const XTERM: Environment = { TERM: 'xterm-256color', COLORTERM: 'truecolor' };

/** What a terminal has told once it has answered all questions like this. */
function told(...replies: readonly (readonly [kind: Reply['kind'], body: string])[]): TerminalTraits {
  const traits: TerminalTraits = {};
  for (const [kind, body] of replies) {
    for (const { read } of questionsFor(XTERM, 'auto')) Object.assign(traits, read({ type: 'reply', kind, body }));
  }
  return traits;
}

test.each([
  [
    'Kitty',
    [
      ['dcs', 'Gi=31;OK'],
      ['dcs', '>|kitty(0.42.1)'],
      ['csi', '?62;52;c'],
    ],
    'kitty',
  ],
  [
    'an old Kitty',
    [
      ['dcs', 'Gi=31;OK'],
      ['dcs', '>|kitty(0.26.5)'],
      ['csi', '?62;c'],
    ],
    undefined,
  ],
  [
    'Ghostty',
    [
      ['dcs', 'Gi=31;OK'],
      ['dcs', '>|ghostty 1.2.0'],
      ['csi', '?62;22;52c'],
    ],
    'kitty',
  ],
  [
    'WezTerm',
    [
      ['dcs', 'Gi=31;OK'],
      ['dcs', '>|WezTerm 20240203-110809-5046fc22'],
      ['csi', '?65;4;6;18;22c'],
    ],
    'iterm',
  ],
  [
    'iTerm2',
    [
      ['dcs', '>|iTerm2 3.5.4'],
      ['csi', '?64;1;2;4;6;17;18;21;22c'],
    ],
    'iterm',
  ],
  [
    'mintty',
    [
      ['dcs', '>|mintty 3.7.6'],
      ['csi', '?64;1;2;4;6;9;15;21;22;28;29c'],
    ],
    'iterm',
  ],
  [
    'Konsole',
    [
      ['dcs', 'Gi=31;OK'],
      ['dcs', '>|Konsole 24.08'],
      ['csi', '?62;1;4c'],
    ],
    'sixel',
  ],
  [
    'foot',
    [
      ['dcs', '>|foot(1.21.0)'],
      ['csi', '?1;0;1024S'],
      ['csi', '?62;4;22;28c'],
    ],
    'sixel',
  ],
  ['Windows Terminal', [['csi', '?61;4;6;7;14;21;22;23;24;28;32;42c']], 'sixel'],
  [
    'xterm as VT340',
    [
      ['dcs', '>|XTerm(388)'],
      ['csi', '?1;0;16S'],
      ['csi', '?63;1;2;4;6;9;15;16;22;28c'],
    ],
    'sixel',
  ],
  [
    'xterm',
    [
      ['dcs', '>|XTerm(388)'],
      ['csi', '?64;1;2;6;9;15;16;17;18;21;22;28c'],
    ],
    undefined,
  ],
  ['a terminal with 14 and 42 among its attributes', [['csi', '?1;14;42c']], undefined],
  ['a terminal that answers nothing', [], undefined],
] as const)('%s', (_, replies, protocol) => {
  expect(protocolOf(XTERM, told(...replies))).toBe(protocol);
});

test('goes by the name in the environment where the terminal does not tell', () => {
  expect(protocolOf({ ...XTERM, TERM_PROGRAM: 'iTerm.app' }, {})).toBe('iterm');
  expect(protocolOf({ ...XTERM, LC_TERMINAL: 'iTerm2' }, {})).toBe('iterm');
  expect(protocolOf({ ...XTERM, TERM_PROGRAM: 'Apple_Terminal' }, {})).toBeUndefined();
});

test('draws nothing by itself in tmux and screen, and asks them nothing that they would show', () => {
  const all = told(['dcs', 'Gi=31;OK'], ['dcs', '>|kitty(0.42.1)'], ['csi', '?62;4c']);
  for (const environment of [
    { ...XTERM, TMUX: '/tmp/x' },
    { ...XTERM, STY: '1.a' },
    { TERM: 'tmux-256color' },
    { TERM: 'screen' },
  ]) {
    expect(protocolOf(environment, all)).toBeUndefined();
    expect(
      imageQuestions(environment, 'auto')
        .map(({ sequence }) => sequence)
        .join(''),
    ).not.toMatch(/\u001B[_P]/);
  }
});

test('asks nothing where images are not drawn by the terminal, or nobody answers', () => {
  expect(imageQuestions(XTERM, 'none')).toEqual([]);
  expect(imageQuestions(XTERM, 'blocks')).toEqual([]);
  expect(questionsFor({ TERM: 'dumb' }, 'auto')).toEqual([]);
  expect(questionsFor({ TERM: 'linux' }, 'auto')).toEqual([]);
});

test('knows the size of a cell, as it is told or from that of the window, where it makes sense', () => {
  expect(cellOf(told(['csi', '6;21;10t']), SIZE)).toEqual({ width: 10, height: 21 });
  expect(cellOf(told(['csi', '4;850;920t']), SIZE)).toEqual({ width: 9, height: 21 });
  expect(cellOf(told(['csi', '4;850;920t'], ['csi', '6;17;8t']), SIZE)).toEqual({ width: 8, height: 17 });
  expect(cellOf(told(['csi', '6;0;0t']), SIZE)).toBeUndefined();
  expect(cellOf(told(['csi', '6;9000;9000t']), SIZE)).toBeUndefined();
  expect(told(['csi', '?1;0;1024S'])).toEqual({ registers: 1024 });
});

test.each([
  ['1 kitty(0.42.1) xterm-kitty', true],
  ['on  xterm-ghostty', true],
  ['all kitty(0.42.1) xterm-kitty', true],
  ['0 kitty(0.42.1) xterm-kitty', false],
  ['off  xterm-kitty', false],
  ['1 WezTerm xterm-256color', false],
  ['', false],
])('tmux that answers %j passes images: %s', (answer, passes) => {
  expect(passesImages(answer)).toBe(passes);
});

test('tmux hands on each sequence by itself, its escapes doubled', () => {
  expect(passedThrough('\u001B_Ga=1\u001B\\\u001B_Gb\u001B\\')).toBe(
    '\u001BPtmux;\u001B\u001B_Ga=1\u001B\u001B\\\u001B\\\u001BPtmux;\u001B\u001B_Gb\u001B\u001B\\\u001B\\',
  );
});
