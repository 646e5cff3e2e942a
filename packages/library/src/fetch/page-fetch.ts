/** What is asked of a server. */
export interface PageRequest {
  headers: Record<string, string>;
  /** Redirects come back as they are. */
  redirect: 'manual';
  signal: AbortSignal;
}

/** The part of an answer that is used. A `Response` is one. */
export interface PageResponse {
  status: number;
  headers: { get(name: string): string | null };
  /** The bytes, decompressed. */
  body: AsyncIterable<Uint8Array> | null;
}

/** One exchange with a server; the global `fetch` is one. Rejects where there is no answer. */
export type PageFetch = (url: string, request: PageRequest) => Promise<PageResponse>;
