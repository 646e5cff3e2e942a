import { cellWidth } from '@lede/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line, Segment } from '../layout/line.ts';
import { Style } from '../layout/style.ts';
import { createPainter, type Overlay } from './painter.ts';
import type { ColorDepth, Theme } from './theme.ts';
import { THEMES } from './themes.ts';

const PLAIN: Theme = {
  name: 'test',
  appearance: 'any',
  styles: { strong: { bold: true }, link: { underline: true }, code: { color: '#ff8000' } },
  overlays: { match: { inverse: true }, currentMatch: { background: 3 }, dimmed: { dim: true, bold: false } },
  chrome: { status: { inverse: true } },
};

/** A line of one segment for each text, standing one after the other in the article from offset 0. */
function lineOf(segments: (string | [text: string, style: number, more?: Partial<Segment>])[], left = 0): Line {
  let at = 0;
  const parts = segments.map((part): Segment => {
    const [text, style, more] = typeof part === 'string' ? [part, 0] : part;
    const start = at;
    at += text.length;
    return { text, style, width: cellWidth(text), start, end: at, ...more };
  });
  let width = 0;
  for (const part of parts) width += part.width;
  return { left, width, segments: parts, block: 0, start: 0, end: at, overflows: false };
}

/** Escape sequences made readable: `<1;4>` for SGR, `<link …>` for OSC 8. */
function readable(painted: string): string {
  return painted
    .replaceAll(/\u001b\]8;([^;]*);([^\u001b]*)\u001b\\/g, (_, id: string, url: string) =>
      url === '' ? '</link>' : `<link ${[id, url].filter((part) => part !== '').join(' ')}>`,
    )
    .replaceAll(/\u001b\[([\d;]*)m/g, '<$1>');
}

/** What is left on the screen. */
function visible(painted: string): string {
  return readable(painted).replaceAll(/<[^<>]*>/g, '');
}

const painter = createPainter({ theme: PLAIN, depth: 'true' });

function over(start: number, end: number, role: Overlay['role']): Overlay {
  return { start, end, role };
}

/** The code colour at a depth. */
function look(depth: ColorDepth): string {
  return readable(createPainter({ theme: PLAIN, depth }).line(lineOf([['x', Style.code]])));
}

describe('a line', () => {
  test('of plain text is that text after its margin', () => {
    expect(painter.line(lineOf(['text'], 3))).toBe('   text');
  });
  test('sets and resets styles, joined where they are alike', () => {
    const line = lineOf(['a', ['b', Style.strong], ['c', Style.strong], ['d', Style.code]]);
    expect(readable(painter.line(line))).toBe('a<1>bc<0;38;2;255;128;0>d<>');
  });
  test('holds links, all rows of one under one id, unsafe ones not at all', () => {
    const web = { url: 'https://a.b/c', mark: 7 };
    const line = lineOf([
      ['x', Style.link, web],
      'y',
      ['z', 0, { url: 'javascript:alert(1)' }],
      ['w', 0, { url: '#note' }],
    ]);
    expect(readable(painter.line(line))).toBe('<link id=7 https://a.b/c><4>x</link><>yzw');
  });
  test('drops links where they are not wanted', () => {
    const bare = createPainter({ theme: PLAIN, depth: 'none', hyperlinks: false });
    expect(readable(bare.line(lineOf([['x', Style.link, { url: 'https://a.b/' }]])))).toBe('<4>x<>');
  });
});

describe('overlays', () => {
  test('are painted over the characters of their span alone', () => {
    const line = lineOf(['one ', ['two', Style.strong]]);
    expect(readable(painter.line(line, { overlays: [over(2, 5, 'match')] }))).toBe('on<7>e <0;1;7>t<0;1>wo<>');
  });
  test('lie over one another in the order of their roles', () => {
    const overlays = [over(0, 4, 'dimmed'), over(1, 2, 'currentMatch')];
    expect(readable(painter.line(lineOf([['bold', Style.strong]]), { overlays }))).toBe('<2>b<0;2;43>o<0;2>ld<>');
  });
  test('cover what stands for its characters as a whole', () => {
    const line = lineOf(['a', ['[image]', 0, { start: 1, end: 2 }], ['•', 0, { start: 9, end: 9 }]]);
    expect(readable(painter.line(line, { overlays: [over(1, 2, 'match')] }))).toBe('a<7>[image]<>•');
  });
  test('never cut a letter from its marks', () => {
    expect(readable(painter.line(lineOf(['e\u0301x']), { overlays: [over(0, 1, 'match')] }))).toBe('<7>e\u0301<>x');
  });
  test('of other lines leave it alone', () => {
    expect(painter.line(lineOf(['text']), { overlays: [over(4, 9, 'match')] })).toBe('text');
  });
});

describe('the columns of the screen', () => {
  test('cut what is wider, a wide character as a space', () => {
    expect(painter.line(lineOf(['ab漢字'], 1), { columns: 6 })).toBe(' ab漢 ');
  });
  test('are filled where the caller asks for it', () => {
    expect(painter.line(lineOf(['ab'], 1), { columns: 6, pad: true })).toBe(' ab   ');
  });
  test('move over a line that overflows, and over no other', () => {
    const wide = { ...lineOf(['漢字abcdef'], 1), overflows: true };
    expect(painter.line(wide, { columns: 5, shift: 3 })).toBe('  abc');
    expect(painter.line(lineOf(['abcd'], 1), { columns: 5, shift: 3 })).toBe(' abcd');
  });
});

describe('colours', () => {
  test('come down to what the terminal shows', () => {
    expect([look('true'), look('256'), look('16'), look('none')]).toEqual([
      '<38;2;255;128;0>x<>',
      '<38;5;208>x<>',
      '<33>x<>',
      'x',
    ]);
  });
  test('of text stay apart from its background where there are sixteen', () => {
    const status = { color: '#4a4030', background: '#e6dcc4' } as const;
    const paper = createPainter({ theme: { ...PLAIN, chrome: { status } }, depth: '16' });
    expect(readable(paper.chrome('status', 'x'))).toBe('<30;47>x<>');
  });
  test('of a page fill its rows', () => {
    const theme = { ...PLAIN, page: { background: 4 } };
    const filled = createPainter({ theme, depth: '16' });
    expect(readable(filled.line(lineOf(['x'], 1), { columns: 4 }))).toBe('<44> x  <>');
    expect(readable(filled.blank(2))).toBe('<44>  <>');
    expect(readable(filled.chrome('status', 'a\u001bb'))).toBe('<7;44>ab<>');
  });
});

test('no control character gets through, whatever the line, theme and overlays', () => {
  const segment = fc
    .tuple(fc.string({ unit: 'binary', maxLength: 8 }), fc.nat(2 ** 28 - 1))
    .map(([text, style]): [string, number] => [text, style]);
  const overlay = fc.record({
    start: fc.nat(20),
    end: fc.nat(20),
    role: fc.constantFrom('match', 'selection', 'highlight'),
  });
  fc.assert(
    fc.property(
      fc.array(segment, { maxLength: 5 }),
      fc.array(overlay, { maxLength: 3 }),
      fc.constantFrom(...THEMES),
      fc.constantFrom('none', '16', '256', 'true'),
      (segments, overlays, theme, depth) => {
        const painted = createPainter({ theme, depth }).line(lineOf(segments), {
          overlays,
        });
        // eslint-disable-next-line no-control-regex -- they are what is looked for
        expect(visible(painted)).not.toMatch(/[\0-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      },
    ),
    { numRuns: 500 },
  );
});
