import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveUrl } from './url.ts';

const host = fc.oneof(
  fc.stringMatching(/^[a-z0-9-]{1,6}(?:\.[a-z0-9-]{1,4}){0,2}\.[a-z]{2,3}$/),
  fc.constantFrom(
    '127.0.0.1',
    '0x7f.1',
    '1.2',
    'xn--a.example',
    'example.xn--p1ai',
    'EXAMPLE.org',
    'a..b',
    'localhost',
    'a.b.',
  ),
);
const tail = fc.string({ unit: fc.constantFrom(...'aZ09-._~/?#=&%+:@ ;\\\'"<>^|`{}é'), maxLength: 12 });

test('a URL that is taken as it is spelled is spelled as the URL standard does', () => {
  fc.assert(
    fc.property(fc.constantFrom('http://', 'https://'), host, tail, (scheme, name, rest) => {
      const raw = `${scheme}${name}/${rest}`;
      let standard: string | undefined;
      try {
        standard = new URL(raw.trim()).href;
      } catch {
        standard = undefined;
      }
      expect(resolveUrl(raw, undefined)).toBe(standard);
    }),
    { numRuns: 5000 },
  );
});
