import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Stands for an image file in the article of a local file, where invariant U1 has no `file:` addresses: nothing
 * follows it, and only the `LocalImages` that gave it knows the file.
 */
const PREFIX = 'data:image/x-lede-file,';

/**
 * The images that an article read from a file refers to by relative addresses or `file:`. They are looked up only
 * for articles from files: a page from the network cannot name one, whatever it says.
 */
export class LocalImages {
  readonly #file: string;
  #base: string | undefined;
  readonly #files = new Map<string, string>();

  /** `file`: path of the article. */
  constructor(file: string) {
    this.#file = file;
  }

  /** The address in the article for a reference; `undefined` where it is no file of this machine. */
  readonly urlOf = (reference: string): string | undefined => {
    const target = URL.parse(reference, (this.#base ??= pathToFileURL(this.#file).href));
    // A host would be another machine's share.
    if (target?.protocol !== 'file:' || target.host !== '') return undefined;
    const url = PREFIX + encodeURIComponent(reference);
    try {
      this.#files.set(url, fileURLToPath(target));
    } catch {
      return undefined; // an encoded slash
    }
    return url;
  };

  /** The path of the file that an address stands for. */
  fileOf(url: string): string | undefined {
    return this.#files.get(url);
  }
}
