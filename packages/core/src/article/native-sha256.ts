import { Sha256 } from './sha256.ts';

/** What hashes one text after the other; `Sha256` says what comes back. */
export type TextHasher = Pick<Sha256, 'text' | 'bytes'>;

/** The part of `node:crypto` that is used. */
interface Crypto {
  hash?: (algorithm: 'sha256', data: string | Uint8Array, outputEncoding: 'binary') => string;
}

/** The part of Node's `process` that is used; from Node 20.16 on, and in Deno and Bun. */
interface Process {
  getBuiltinModule?: (id: 'node:crypto') => Crypto | undefined;
}

/**
 * From this many code units on the engine's own SHA-256 is worth asking for. It is some five times as fast as
 * ours, but loading it takes about as long as hashing this much twice with code that is not compiled yet, and
 * a short article must be on the screen before that.
 */
const LARGE = 100_000;

/**
 * What hashes `size` code units or bytes soonest: the engine's own SHA-256 where there is one that answers at
 * once (that of browsers only makes promises) and the input is large, else ours. The hashes are the same.
 */
export function textHasher(size: number): TextHasher {
  const native = size < LARGE ? undefined : nativeHash();
  return native ? new NativeSha256(native) : new Sha256();
}

/** Asks for the module instead of importing it: it is loaded when it is needed, and bundlers see nothing. */
function nativeHash(): Crypto['hash'] {
  const { process } = globalThis as { process?: Process }; // absent in browsers
  return process?.getBuiltinModule?.('node:crypto')?.hash;
}

/** SHA-256 by the engine, in the form of `Sha256`. */
class NativeSha256 implements TextHasher {
  readonly #hash: NonNullable<Crypto['hash']>;
  readonly #state = new Int32Array(8);

  constructor(hash: NonNullable<Crypto['hash']>) {
    this.#hash = hash;
  }

  text(value: string): Int32Array {
    return this.#toWords(this.#hash('sha256', value, 'binary'));
  }

  bytes(value: Uint8Array): Int32Array {
    return this.#toWords(this.#hash('sha256', value, 'binary'));
  }

  /** `digest` holds one byte in each code unit: the form that costs least to make for a short text. */
  #toWords(digest: string): Int32Array {
    for (let i = 0, byte = 0; i < 8; i++, byte += 4) {
      this.#state[i] =
        (digest.charCodeAt(byte) << 24) |
        (digest.charCodeAt(byte + 1) << 16) |
        (digest.charCodeAt(byte + 2) << 8) |
        digest.charCodeAt(byte + 3);
    }
    return this.#state;
  }
}
