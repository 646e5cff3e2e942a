import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * IPv4 addresses that are not of the public network: IANA's registry of special purposes (RFC 6890), and
 * all that is not unicast.
 */
const NOT_PUBLIC_IPV4: readonly [address: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** The only part of IPv6 that is given out to the public, … */
const PUBLIC_IPV6: readonly [address: string, bits: number] = ['2000::', 3];
/** … but for protocols (Teredo among them), documentation, and 6to4, which leads on to any IPv4 address. */
const NOT_PUBLIC_IPV6: readonly [address: string, bits: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/**
 * Whether an IP address is of this machine, of a private network, or otherwise not public. IPv6 addresses
 * that stand for IPv4 ones count as such: nobody needs them to reach the public.
 */
export function isPrivateAddress(address: string): boolean {
  if (isIP(address) === 4) return listOf(NOT_PUBLIC_IPV4, 'ipv4').check(address, 'ipv4');
  const isGivenOut = listOf([PUBLIC_IPV6], 'ipv6').check(address, 'ipv6');
  return !isGivenOut || listOf(NOT_PUBLIC_IPV6, 'ipv6').check(address, 'ipv6');
}

function listOf(subnets: readonly (readonly [address: string, bits: number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, bits] of subnets) list.addSubnet(address, bits, family);
  return list;
}

/** The address that a URL names outright, without brackets; `undefined` where it names a host. */
export function literalAddress(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? undefined : host;
}

/** A host that was looked up has a private address. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/**
 * Looks a host up for a connection, and refuses it where any of its addresses is private. The connection is
 * made to the very addresses that were checked, so a name server cannot give others the second time.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const refused = addresses?.find(({ address }) => isPrivateAddress(address));
    const [first] = addresses ?? [];
    if (error) callback(error, '');
    else if (refused) callback(new PrivateAddressError(`${hostname} is ${refused.address}`), '');
    else if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  });
};
