import type { Failure } from '../errors.ts';
import { type FetchedResource, type FetchOptions, fetchResource } from './fetch-resource.ts';

/** An image as it came; its bytes say what it is, whatever the server says. */
export type FetchedImage = FetchedResource;

export type ImageResult = { ok: true; image: FetchedImage } | Failure;

/** Formats that are small and that every browser takes come first. */
const ACCEPT = 'image/webp,image/png,image/jpeg,image/gif,image/*;q=0.5,*/*;q=0.1';
/** A photograph as cameras write them. */
const MAX_BYTES = 16 * 1024 * 1024;
/** What servers say of files that they know nothing about. */
const UNTOLD: ReadonlySet<string> = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/**
 * Fetches an image over http(s), within the limits of `fetchPage`. Never throws; the codes of failures are in
 * `LIBRARY_ERROR_CODES`.
 */
export async function fetchImage(url: string, options: FetchOptions = {}): Promise<ImageResult> {
  const result = await fetchResource(url, options, { accept: ACCEPT, maxBytes: MAX_BYTES, typeOf: imageMediaType });
  return result.ok ? { ok: true, image: result.resource } : result;
}

function imageMediaType(contentType: string | null): { mediaType?: string } | { unreadable: string } {
  const [declared = ''] = (contentType ?? '').split(';');
  const essence = declared.trim().toLowerCase();
  if (UNTOLD.has(essence)) return {};
  return essence.startsWith('image/') ? { mediaType: essence } : { unreadable: essence };
}
