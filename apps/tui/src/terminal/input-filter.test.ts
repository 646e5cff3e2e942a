import { expect, test } from 'vitest';
import { InputFilter } from './input-filter.ts';

const filter = (...chunks: string[]) => {
  const input = new InputFilter();
  const all = chunks.map((chunk) => input.push(chunk));
  return { keys: all.map(({ keys }) => keys).join('') + input.flush(), reports: all.flatMap(({ reports }) => reports) };
};

test('lets keys through as they stand', () => {
  const keys = 'jk\u001B[A\u001BOQ\u001BOA\u001B[1;5C\u001Bx\u001B\u001B[A\u001B[[B\r\t日';
  expect(filter(keys)).toEqual({ keys, reports: [] });
});

test('takes replies to queries out, wherever they stand between keys', () => {
  expect(filter('j\u001B]11;rgb:0000/0000/0000\u001B\\k\u001B[?62;4c\u001B[?2026;2$yl')).toEqual({
    keys: 'jkl',
    reports: [
      { type: 'reply', kind: 'osc', body: '11;rgb:0000/0000/0000' },
      { type: 'reply', kind: 'csi', body: '?62;4c' },
      { type: 'reply', kind: 'csi', body: '?2026;2$y' },
    ],
  });
});

test('puts a reply together that was cut anywhere', () => {
  const reply = '\u001B]11;rgb:ffff/ffff/ffff\u001B\\';
  for (let cut = 1; cut < reply.length; cut++) {
    expect(filter(`a${reply.slice(0, cut)}`, `${reply.slice(cut)}b`)).toEqual({
      keys: 'ab',
      reports: [{ type: 'reply', kind: 'osc', body: '11;rgb:ffff/ffff/ffff' }],
    });
  }
});

test('reads the wheel and presses, and drops releases and motion', () => {
  expect(filter('\u001B[<64;3;4M\u001B[<65;3;4M\u001B[<0;7;8M\u001B[<0;7;8m\u001B[<35;1;1M').reports).toEqual([
    { type: 'wheel', direction: 'up', column: 3, row: 4 },
    { type: 'wheel', direction: 'down', column: 3, row: 4 },
    { type: 'press', column: 7, row: 8 },
  ]);
});

test('hands out a lone escape once it is flushed', () => {
  const input = new InputFilter();
  expect(input.push('\u001B')).toEqual({ keys: '', reports: [] });
  expect(input.holds).toBe('escape');
  expect(input.flush()).toBe('\u001B');
  expect(input.holds).toBe('nothing');
});

test('drops the beginning of a reply whose end never comes', () => {
  expect(filter('a\u001B]11;rgb:').keys).toBe('a');
  expect(filter(`\u001B]${'x'.repeat(100_000)}`, 'y').keys).toBe('y');
});

test('names F1 itself, as every terminal sends it', () => {
  for (const sequence of ['\u001BOP', '\u001B[11~', '\u001B[[A', '\u001B[P']) {
    expect(filter(sequence)).toEqual({ keys: '', reports: [{ type: 'key', name: 'F1' }] });
  }
});
