/** Text goes through the buffer in pieces of this many bytes; nearly every block of an article is one piece. */
const PIECE = 8192;
const BLOCK = 64;

/**
 * SHA-256 (FIPS 180-4) of strings in their UTF-8 form, and of bytes.
 *
 * A library would do but for speed: every block of an article has an address of its own, so a text of
 * 10 MB takes some 40,000 short hashes, and a library makes an encoder's copy, a view and a hash object
 * for each. One of these objects hashes any number of texts, one after the other, and allocates nothing.
 *
 * @example
 * toHex(new Sha256().text('abc')); // 'ba7816bf…'
 */
export class Sha256 {
  readonly #encoder = new TextEncoder();
  /** A piece, and room for the padding of the last block. */
  readonly #buffer = new Uint8Array(PIECE + 2 * BLOCK);
  readonly #piece: Uint8Array = this.#buffer.subarray(0, PIECE);
  readonly #words = new Int32Array(BLOCK);
  readonly #state = new Int32Array(8);

  /**
   * The hash of a text, as eight words of 32 bits; a lone surrogate counts as U+FFFD. The next call
   * overwrites the array.
   */
  text(value: string): Int32Array {
    this.#state.set(INITIAL);
    let rest = value;
    let total = 0;
    let filled = 0;
    for (;;) {
      const room = filled === 0 ? this.#piece : this.#piece.subarray(filled);
      const { read, written } = this.#encoder.encodeInto(rest, room);
      total += written;
      filled += written;
      if (read === rest.length) return this.#finish(filled, total);
      rest = rest.slice(read);
      filled = this.#take(filled);
    }
  }

  /** The hash of bytes; otherwise as `text`. */
  bytes(value: Uint8Array): Int32Array {
    this.#state.set(INITIAL);
    const whole = value.length - (value.length % BLOCK);
    compress(this.#state, this.#words, value, whole);
    this.#buffer.set(value.subarray(whole));
    return this.#finish(value.length - whole, value.length);
  }

  /** Works the whole blocks of the buffer in and moves what is left to its start. */
  #take(filled: number): number {
    const whole = filled - (filled % BLOCK);
    compress(this.#state, this.#words, this.#buffer, whole);
    this.#buffer.copyWithin(0, whole, filled);
    return filled - whole;
  }

  /** Pads: one bit, zeros up to 8 bytes before the end of a block, the length in bits. */
  #finish(filled: number, total: number): Int32Array {
    const buffer = this.#buffer;
    const end = filled + BLOCK + 8 - ((filled + 8) % BLOCK);
    buffer.fill(0, filled, end);
    buffer[filled] = 0x80;
    let bits = total * 8;
    for (let at = end - 1; bits > 0; at--) {
      buffer[at] = bits % 256;
      bits = Math.floor(bits / 256);
    }
    compress(this.#state, this.#words, buffer, end);
    return this.#state;
  }
}

/** Lower-case hexadecimal of a hash. */
export function toHex(hash: Int32Array): string {
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** First 32 bits of the fractional parts of the square roots of the first 8 primes. */
const INITIAL: readonly number[] = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const K: Int32Array = /* @__PURE__ */ Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);

/** Works the blocks of `bytes` before `end` into the state. `words` is for its own use. */
function compress(state: Int32Array, words: Int32Array, bytes: Uint8Array, end: number): void {
  for (let at = 0; at < end; at += BLOCK) {
    for (let i = 0, byte = at; i < 16; i++, byte += 4) {
      // All indexes are in range, here and below.
      words[i] =
        ((bytes[byte] as number) << 24) |
        ((bytes[byte + 1] as number) << 16) |
        ((bytes[byte + 2] as number) << 8) |
        (bytes[byte + 3] as number);
    }
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15] as number;
      const y = words[i - 2] as number;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[i] = ((words[i - 16] as number) + s0 + (words[i - 7] as number) + s1) | 0;
    }
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    let e = state[4] as number;
    let f = state[5] as number;
    let g = state[6] as number;
    let h = state[7] as number;
    // Eight rounds at a time: the letters come round to where they were, and none has to be moved.
    for (let i = 0; i < 64; i += 8) {
      h = (h + sum1(e) + (g ^ (e & (f ^ g))) + (K[i] as number) + (words[i] as number)) | 0;
      d = (d + h) | 0;
      h = (h + sum0(a) + ((a & b) ^ (c & (a ^ b)))) | 0;
      g = (g + sum1(d) + (f ^ (d & (e ^ f))) + (K[i + 1] as number) + (words[i + 1] as number)) | 0;
      c = (c + g) | 0;
      g = (g + sum0(h) + ((h & a) ^ (b & (h ^ a)))) | 0;
      f = (f + sum1(c) + (e ^ (c & (d ^ e))) + (K[i + 2] as number) + (words[i + 2] as number)) | 0;
      b = (b + f) | 0;
      f = (f + sum0(g) + ((g & h) ^ (a & (g ^ h)))) | 0;
      e = (e + sum1(b) + (d ^ (b & (c ^ d))) + (K[i + 3] as number) + (words[i + 3] as number)) | 0;
      a = (a + e) | 0;
      e = (e + sum0(f) + ((f & g) ^ (h & (f ^ g)))) | 0;
      d = (d + sum1(a) + (c ^ (a & (b ^ c))) + (K[i + 4] as number) + (words[i + 4] as number)) | 0;
      h = (h + d) | 0;
      d = (d + sum0(e) + ((e & f) ^ (g & (e ^ f)))) | 0;
      c = (c + sum1(h) + (b ^ (h & (a ^ b))) + (K[i + 5] as number) + (words[i + 5] as number)) | 0;
      g = (g + c) | 0;
      c = (c + sum0(d) + ((d & e) ^ (f & (d ^ e)))) | 0;
      b = (b + sum1(g) + (a ^ (g & (h ^ a))) + (K[i + 6] as number) + (words[i + 6] as number)) | 0;
      f = (f + b) | 0;
      b = (b + sum0(c) + ((c & d) ^ (e & (c ^ d)))) | 0;
      a = (a + sum1(f) + (h ^ (f & (g ^ h))) + (K[i + 7] as number) + (words[i + 7] as number)) | 0;
      e = (e + a) | 0;
      a = (a + sum0(b) + ((b & c) ^ (d & (b ^ c)))) | 0;
    }
    state[0] = (state[0] as number) + a;
    state[1] = (state[1] as number) + b;
    state[2] = (state[2] as number) + c;
    state[3] = (state[3] as number) + d;
    state[4] = (state[4] as number) + e;
    state[5] = (state[5] as number) + f;
    state[6] = (state[6] as number) + g;
    state[7] = (state[7] as number) + h;
  }
}

function sum0(x: number): number {
  return ((x >>> 2) | (x << 30)) ^ ((x >>> 13) | (x << 19)) ^ ((x >>> 22) | (x << 10));
}

function sum1(x: number): number {
  return ((x >>> 6) | (x << 26)) ^ ((x >>> 11) | (x << 21)) ^ ((x >>> 25) | (x << 7));
}
