import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { painted } from '../../../test/images.ts';
import { kittyDelete, kittyRow, kittyUpload } from './kitty.ts';

/** Noise, so that it takes several commands. */
const image = painted(60, 40, (x, y) => [(x * 7919) & 255, (y * 104729) & 255, (x * y * 31) & 255, (x ^ y) & 255]);

/** Keys and payloads of the commands in a text. */
function commandsIn(text: string): { keys: Record<string, string>; payload: string }[] {
  const commands = text.split('\u001B\\').slice(0, -1);
  return commands.map((command) => {
    expect(command.startsWith('\u001B_G')).toBe(true);
    const [keys = '', payload = ''] = command.slice(3).split(';');
    return {
      keys: Object.fromEntries(keys.split(',').map((key) => key.split('='))) as Record<string, string>,
      payload,
    };
  });
}

test('hands over the very pixels, in commands of the size that is allowed, and asks for no answer', () => {
  const commands = commandsIn(kittyUpload(image, 0x123456, { columns: 6, rows: 2 }));
  expect(commands.length).toBeGreaterThan(1);
  for (const { keys, payload } of commands) {
    expect(payload.length).toBeLessThanOrEqual(4096);
    expect(keys['q']).toBe('2');
  }
  expect(commands.map(({ keys }) => keys['m']).join('')).toMatch(/^1+0$/);
  expect(commands[0]?.keys).toMatchObject({ a: 'T', U: '1', i: '1193046', s: '60', v: '40', c: '6', r: '2' });
  const pixels = inflateSync(Buffer.from(commands.map(({ payload }) => payload).join(''), 'base64'));
  expect(pixels).toEqual(Buffer.from(image.data));
});

test('a row names the image by its colour, and each cell by its row and column', () => {
  const row = kittyRow(0x010203, 2, 3, '48;5;230');
  // The marks for 0, 1 and 2 are U+0305, U+030D and U+030E.
  const cells = ['\u0305', '\u030D', '\u030E'].map((column) => `\u{10EEEE}\u030E${column}`).join('');
  expect(row).toBe(`\u001B[0;48;5;230;38;2;1;2;3m${cells}\u001B[m`);
});

test('no two rows or columns of the largest picture are named alike', () => {
  const cells = kittyRow(1, 0, 129, '').split('\u{10EEEE}').slice(1);
  expect(new Set(cells).size).toBe(129);
  expect(new Set(Array.from({ length: 129 }, (_, row) => kittyRow(1, row, 1, ''))).size).toBe(129);
});

test('an image is taken back with its data', () => {
  expect(kittyDelete(7)).toBe('\u001B_Ga=d,d=I,q=2,i=7\u001B\\');
});
