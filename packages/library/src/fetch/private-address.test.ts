import { lookup } from 'node:dns';
import { expect, test } from 'vitest';
import { isPrivateAddress, literalAddress, publicLookup } from './private-address.ts';

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.0.0.1',
  '192.168.0.1',
  '198.19.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fe80::1',
  'ff02::1',
])('%s is not public', (address) => expect(isPrivateAddress(address)).toBe(true));

test.each(['8.8.8.8', '100.128.0.1', '172.32.0.1', '192.0.1.1', '223.255.255.255', '2606:4700::1111', '2a00::1'])(
  '%s is public',
  (address) => expect(isPrivateAddress(address)).toBe(false),
);

test('an address is found in a URL however it is written', () => {
  expect(literalAddress(new URL('http://0300.0250.1/'))).toBe('192.168.0.1');
  expect(literalAddress(new URL('http://[::1]:80/'))).toBe('::1');
  expect(literalAddress(new URL('http://10.example/'))).toBeUndefined();
});

test('a name of this machine is refused when it is looked up, for one address and for all', async () => {
  for (const all of [true, false]) {
    const error = await new Promise((resolve) => publicLookup('localhost', { all }, resolve));
    expect(error).toMatchObject({ name: 'PrivateAddressError' });
  }
});

test('a public address is handed on as it was found', async () => {
  // A literal is "looked up" without any network.
  for (const all of [true, false]) {
    const ours = await new Promise((resolve) => publicLookup('8.8.8.8', { all }, (...found) => resolve(found)));
    const theirs = await new Promise((resolve) => lookup('8.8.8.8', { all }, (...found: unknown[]) => resolve(found)));
    expect((ours as unknown[]).slice(0, 2)).toEqual((theirs as unknown[]).slice(0, 2));
  }
});
