import { dataBytes } from './data-url.ts';
import { readImageFile } from './image-file.ts';
import { type ImageHeader, readHeader } from './image-header.ts';
import { RecentMap } from './recent-map.ts';
import type { LocalImages } from './local-images.ts';

/** Enough for nearly all headers; a photograph's own preview and colour profile may come before its size. */
const HEADS = [4096, 1024 * 1024] as const;

/** Bytes of fetched images kept, for when the window changes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Where the images of one article come from. */
export class ImageSource {
  readonly #local: LocalImages | undefined;
  /** Where the article itself came from, if from the network. */
  readonly #page: URL | null;
  readonly #fetched = new RecentMap<string, Uint8Array>(MOST_BYTES, ({ length }) => length);
  readonly #headers = new Map<string, ImageHeader | undefined>();
  /**
   * Whether images may be fetched: those of a page from the network. Reading a file must cause no request, which
   * would tell others that it is read, unless the reader asks for it.
   */
  mayFetch: boolean;

  /** `page`: the address that the article was fetched from; absent where it was not. */
  constructor({ local, page }: { local?: LocalImages; page?: string }) {
    this.#local = local;
    this.#page = page === undefined ? null : URL.parse(page);
    this.mayFetch = page !== undefined;
  }

  /** Whether an image is known only once it has been fetched. */
  isRemote(url: string): boolean {
    return /^https?:/i.test(url);
  }

  /** What the image at hand (a file, embedded data) is; `undefined` where it cannot be shown, or is elsewhere. */
  headerOf(url: string): ImageHeader | undefined {
    if (this.isRemote(url)) return undefined;
    if (!this.#headers.has(url)) this.#headers.set(url, this.#readHeader(url));
    return this.#headers.get(url);
  }

  /** The bytes of an image; `undefined` where they cannot be had. `signal` ends a fetch. */
  async load(url: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
    if (!this.isRemote(url)) return this.#read(url);
    if (!this.mayFetch) return undefined;
    const fetched = this.#fetched.get(url);
    if (fetched) return fetched;
    const { fetchImage } = await import('../chunks/fetch.ts');
    // A page may show images of its own host, wherever that is, but not reach into other private networks. For an
    // article from elsewhere the reader has asked for them.
    const refusePrivateAddresses = this.#page !== null && URL.parse(url)?.hostname !== this.#page.hostname;
    const result = await fetchImage(url, { refusePrivateAddresses, signal });
    if (!result.ok) return undefined;
    this.#fetched.set(url, result.image.bytes);
    return result.image.bytes;
  }

  #readHeader(url: string): ImageHeader | undefined {
    for (const most of HEADS) {
      const bytes = this.#read(url, most);
      const header = bytes && readHeader(bytes);
      if (header !== 'more') return header;
      if (bytes && bytes.length < most) return undefined;
    }
    return undefined;
  }

  #read(url: string, most?: number): Uint8Array | undefined {
    const file = this.#local?.fileOf(url);
    return file === undefined ? dataBytes(url, most) : readImageFile(file, most);
  }
}
