import { readFileSync } from 'node:fs';
import { constants, Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

type Exports = Record<string, unknown>;
/** What a script evaluates to, see scripts/build.ts: the script as CommonJS wraps it. */
type Wrapped = (
  exports: Exports,
  require: (id: string) => unknown,
  module: { exports: Exports },
  folder: string,
) => void;

/**
 * Loads the scripts of a folder, CommonJS each, in ASCII, with the code that an earlier run has compiled of them. Node's own
 * compile cache keeps no function but those that are compiled with the script; a reader starts in half the time when
 * all that a start runs is there.
 */
export class ScriptLoader {
  readonly #folder: string;
  readonly #builtin: (id: string) => unknown;
  readonly #cache: CodeCache | undefined;
  readonly #loaded = new Map<string, { exports: Exports }>();
  /** Scripts of which nothing compiled was found. */
  readonly #fresh = new Map<string, Script>();

  /** `builtin`: the `require` for everything that is no script of the folder. */
  constructor(folder: string, builtin: (id: string) => unknown, cache: CodeCache | undefined) {
    this.#folder = folder;
    this.#builtin = builtin;
    this.#cache = cache;
  }

  /** What `require` is to the scripts. */
  readonly require = (id: string): unknown => {
    if (!id.startsWith('./')) return this.#builtin(id);
    const name = id.slice(2);
    const known = this.#loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    this.#loaded.set(name, module);
    this.#compile(name)(module.exports, this.require, module, this.#folder);
    return module.exports;
  };

  /** Keeps the code of what has been loaded and run so far for the next start, where there was none. */
  readonly keepCode = (): void => {
    for (const [name, script] of this.#fresh) this.#cache?.write(name, script.createCachedData());
    this.#fresh.clear();
  };

  #compile(name: string): Wrapped {
    const filename = `${this.#folder}/${name}`;
    // One byte a character, and no decoding.
    const source = readFileSync(filename, 'latin1');
    const cachedData = this.#cache?.read(name);
    const script = new Script(source, {
      filename,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData && { cachedData }),
    });
    if (!cachedData || script.cachedDataRejected) this.#fresh.set(name, script);
    return script.runInThisContext() as Wrapped; // the build made it so
  }
}
