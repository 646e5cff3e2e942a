import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { parse } from '../parse.ts';
import { textHasher } from './native-sha256.ts';
import { Sha256, toHex } from './sha256.ts';

const plain = new Sha256();
const encoder = new TextEncoder();

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a large input is hashed by the engine, a small one by us', () => {
  expect(textHasher(1_000_000)).not.toBeInstanceOf(Sha256);
  expect(textHasher(1000)).toBeInstanceOf(Sha256);
});

test.each([{}, undefined, { getBuiltinModule: () => undefined }, { getBuiltinModule: () => ({}) }])(
  'where the engine has no hash to offer (%#), ours serves for every size',
  (process) => {
    vi.stubGlobal('process', process);
    expect(textHasher(1_000_000)).toBeInstanceOf(Sha256);
  },
);

test('the engine and we give the same hash of any text and bytes', () => {
  const native = textHasher(1_000_000);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', size: 'large' }), (text) => {
      expect(toHex(native.text(text))).toBe(toHex(plain.text(text)));
      const bytes = encoder.encode(text);
      expect(toHex(native.bytes(bytes))).toBe(toHex(plain.bytes(bytes)));
    }),
  );
});

test('a large article is the same with and without the hash of the engine', () => {
  const text = Array.from({ length: 4000 }, (_, i) => `Paragraph ${i} says “naïve” \uD83D\uDE00 things.`).join('\n\n');
  const withNative = parse(text, { mediaType: 'text/plain' });
  vi.stubGlobal('process', undefined);
  expect(parse(text, { mediaType: 'text/plain' })).toEqual(withNative);
});
