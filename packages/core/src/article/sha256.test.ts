import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Sha256, toHex } from './sha256.ts';

const sha256 = new Sha256();
const encoder = new TextEncoder();

/** What Node says, of the UTF-8 form of a text. */
function expected(text: string): string {
  return createHash('sha256').update(text.toWellFormed()).digest('hex');
}

// FIPS 180-2, appendix B, and the empty message of NIST's examples.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('gives the published hash (%#)', (text, hash) => {
  expect(toHex(sha256.text(text))).toBe(hash);
  expect(toHex(sha256.bytes(encoder.encode(text)))).toBe(hash);
});

test.each(['a', '\u00E9', '\u20AC', '\u{1F600}', '\uD83D', '\uDE00'])(
  'agrees with Node at every length around the ends of blocks and pieces, of %j',
  (unit) => {
    for (const around of [0, 64, 128, 8192, 16384, 24576]) {
      for (let bytes = Math.max(0, around - 70); bytes < around + 70; bytes++) {
        const text = 'x'.repeat(bytes % 5) + unit.repeat(Math.ceil(bytes / encoder.encode(unit).length));
        expect(toHex(sha256.text(text))).toBe(expected(text));
        expect(toHex(sha256.bytes(encoder.encode(text)))).toBe(expected(text));
      }
    }
  },
);

test('agrees with Node on any text, one after the other on one object', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', size: 'large' }), (text) => {
      expect(toHex(sha256.text(text))).toBe(expected(text));
    }),
  );
});
