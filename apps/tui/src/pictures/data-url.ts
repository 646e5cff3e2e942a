/** Larger images are not embedded. */
const MAX_LENGTH = 32 * 1024 * 1024;

/** The bytes of a `data:` URL (RFC 2397), or the first `most` of them; `undefined` where it is none. */
export function dataBytes(url: string, most?: number): Uint8Array | undefined {
  const comma = url.indexOf(',');
  if (!/^data:/i.test(url) || comma < 0 || url.length > MAX_LENGTH) return undefined;
  const isBase64 = /;\s*base64\s*$/i.test(url.slice(0, comma));
  // Three bytes take four characters of base64, and one up to three as text; white space comes on top.
  const end = most === undefined ? url.length : comma + 1 + most * 4;
  const text = unescaped(url.slice(comma + 1, end));
  const bytes = isBase64 ? Buffer.from(text, 'base64') : Buffer.from(text, 'latin1');
  return new Uint8Array(most === undefined ? bytes : bytes.subarray(0, most));
}

/** Percent-encoded bytes as characters of Latin-1. */
function unescaped(text: string): string {
  return text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
