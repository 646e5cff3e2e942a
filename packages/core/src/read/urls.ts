import type { ArticleBuilder } from '../article/builder.ts';
import { resolveUrl } from '../article/url.ts';

/**
 * The URLs of one input: makes them absolute, refuses what invariant U1 does not allow, and counts what
 * was lost, so that the article says so once.
 */
export class Urls {
  #base: string | undefined;
  #dropped = 0;

  constructor(base: string | undefined) {
    this.#base = base;
  }

  /** What relative URLs are resolved against, if anything. */
  get base(): string | undefined {
    return this.#base;
  }

  /** Takes the document's own base (`<base href>`), which may be relative to where it came from. */
  rebase(href: string): void {
    const base = resolveUrl(href, this.#base);
    if (base !== undefined && !base.startsWith('#')) this.#base = base;
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
    const url = resolveUrl(raw, this.#base, use);
    // `href=""` and `href="#"` lead nowhere: nothing is lost with them.
    if (url === undefined && !/^\s*#?\s*$/.test(raw)) this.#dropped++;
    return url;
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
