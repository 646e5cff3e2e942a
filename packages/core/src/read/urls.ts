import type { ArticleBuilder } from '../article/builder.ts';
import { resolveUrl, tryUrl } from '../article/url.ts';

/** Gives a URL to an image whose reference leads nowhere by itself; see `ParseOptions.imageUrl`. */
export type ImageUrl = (reference: string) => string | undefined;

/**
 * The URLs of one input: makes them absolute, refuses what invariant U1 does not allow, and counts what
 * was lost, so that the article says so once.
 */
export class Urls {
  #base: string | undefined;
  /** Scheme and host of a base of the web; `undefined` for other bases, `null` while nobody has asked. */
  #origin: string | undefined | null = null;
  #dropped = 0;
  readonly #imageUrl: ImageUrl | undefined;

  constructor(base: string | undefined, imageUrl?: ImageUrl) {
    this.#base = base;
    this.#imageUrl = imageUrl;
  }

  /** What relative URLs are resolved against, if anything. */
  get base(): string | undefined {
    return this.#base;
  }

  /** Takes the document's own base (`<base href>`), which may be relative to where it came from. */
  rebase(href: string): void {
    const base = resolveUrl(href, this.#base);
    if (base === undefined || base.startsWith('#')) return;
    this.#base = base;
    this.#origin = null;
  }

  /** The absolute form of a link's URL, or its fragment; `undefined` where it cannot be kept. */
  link(raw: string): string | undefined {
    return this.#resolve(raw, 'link');
  }

  /** The absolute form of an image's URL; `undefined` where it cannot be kept. */
  image(raw: string): string | undefined {
    return this.#resolve(raw, 'image');
  }

  #resolve(raw: string, use: 'link' | 'image'): string | undefined {
    const url = resolveUrl(this.#absolute(raw), this.#base, use) ?? (use === 'image' ? this.#given(raw) : undefined);
    // `href=""` and `href="#"` lead nowhere: nothing is lost with them.
    if (url === undefined && !/^\s*#?\s*$/.test(raw)) this.#dropped++;
    return url;
  }

  /** What the caller gives for an image that has no URL of its own, as far as invariant U1 allows it. */
  #given(raw: string): string | undefined {
    const reference = raw.trim();
    const url = reference === '' ? undefined : this.#imageUrl?.(reference);
    return url === undefined ? undefined : resolveUrl(url, undefined, 'image');
  }

  /** `/path` with the host before it: an absolute URL in the usual spelling needs no parsing. */
  #absolute(raw: string): string {
    // A second slash (of either kind, perhaps after a tab) would begin a host.
    if (!/^\/[\w.~-]/.test(raw)) return raw;
    if (this.#origin === null) {
      const base = this.#base === undefined ? undefined : tryUrl(this.#base);
      const isPlain = base?.protocol.startsWith('http') === true && base.username === '' && base.password === '';
      this.#origin = isPlain ? base.origin : undefined;
    }
    return this.#origin === undefined ? raw : this.#origin + raw;
  }

  /** Tells the article, once, how many URLs were dropped. */
  report(builder: ArticleBuilder): void {
    if (this.#dropped === 0) return;
    const count = this.#dropped === 1 ? 'One link or image' : `${this.#dropped} links or images`;
    builder.diagnose({
      code: 'url-dropped',
      message: `${count} lost a URL that is relative (and no base is known), malformed or of a scheme not allowed.`,
    });
    this.#dropped = 0;
  }
}
