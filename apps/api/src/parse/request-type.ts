/** The Content-Types whose body is the input itself. `octet-stream`, as none at all, leaves the guess to the core. */
export const INPUT_TYPES = [
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'text/html',
  'application/xhtml+xml',
  'application/octet-stream',
] as const;

/** What a request's Content-Type says of its body; `undefined` where it is none of those we read. */
export type RequestType = { kind: 'json' } | { kind: 'input'; mediaType?: string } | undefined;

/**
 * Reads a Content-Type. The parameters stay on `mediaType`: the core knows what a charset is.
 *
 * @example requestType('text/html; charset=koi8-r') // { kind: 'input', mediaType: 'text/html; charset=koi8-r' }
 */
export function requestType(contentType: string | undefined): RequestType {
  const essence = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (essence === 'application/json') return { kind: 'json' };
  if (contentType === undefined || essence === 'application/octet-stream') return { kind: 'input' };
  return INPUT_TYPES.some((type) => type === essence) ? { kind: 'input', mediaType: contentType } : undefined;
}
