import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import process from 'node:process';

/** Caches of other builds and other Nodes are kept this long after they were written. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * The folder for compiled code: `$XDG_CACHE_HOME/lede`, else `~/.cache/lede`; on Windows `%LOCALAPPDATA%\lede\cache`
 * where XDG says nothing. `undefined` where nothing says where home is, and where the user wants Node to keep no code.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { XDG_CACHE_HOME: cache, LOCALAPPDATA: local, HOME: home } = environment;
  if (environment['NODE_DISABLE_COMPILE_CACHE']) return undefined;
  if (cache?.startsWith('/')) return `${cache}/lede`;
  if (process.platform === 'win32' && local) return `${local}\\lede\\cache`;
  return home ? `${home}/.cache/lede` : undefined;
}

/** Compiled code of scripts, one file each, in a folder of the user's own. Nothing that goes wrong here matters. */
export class CodeCache {
  readonly #folder: string;
  readonly #suffix: string;

  /** `build` tells builds apart: V8 takes the code of any script of the same length for its own. */
  constructor(folder: string, build: string) {
    this.#folder = folder;
    this.#suffix = `-${build}-${process.version}-${process.arch}`;
  }

  /** `undefined` where there is none, or where another user wrote it: `sudo` may leave home where it was. */
  read(script: string): Buffer | undefined {
    let file: number | undefined;
    try {
      file = openSync(this.#file(script), 'r');
      return fstatSync(file).uid === (process.geteuid?.() ?? 0) ? readFileSync(file) : undefined;
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** Keeps the code of a script, whole or not at all, and drops what has not been written for long. */
  write(script: string, code: Uint8Array): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const fresh = `${this.#file(script)}.${process.pid}`;
      const file = openSync(fresh, 'w', 0o600);
      writeSync(file, code);
      fsyncSync(file);
      closeSync(file);
      renameSync(fresh, this.#file(script));
      this.#sweep();
    } catch {
      // The next start is as slow as this one.
    }
  }

  #file(script: string): string {
    return `${this.#folder}/${script}${this.#suffix}`;
  }

  #sweep(): void {
    for (const name of readdirSync(this.#folder)) {
      const file = `${this.#folder}/${name}`;
      if (Date.now() - statSync(file).mtimeMs > KEPT_MS) rmSync(file);
    }
  }
}
