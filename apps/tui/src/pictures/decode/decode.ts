import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import decodeWebp, { init as initWebp } from '@jsquash/webp/decode.js';
import { type ImageHeader, readHeader } from '../image-header.ts';
import type { Raster } from '../raster.ts';
import type { Codec } from './codecs.ts';
import { decodeGif } from './gif.ts';
import { decodePng } from './png.ts';

/** How a codec's package starts it. */
type Init = (options: object) => Promise<void>;

/** A photograph of 40 megapixels is 160 MB decoded; nothing that articles show is larger. */
const MAX_PIXELS = 40_000_000;

/**
 * Decodes PNG, JPEG (turned as its Exif says), GIF (its first picture) and WebP. Rejects with the reason where the
 * bytes are no such image, or have more than 40 megapixels. `readCodec` gives the bytes of a WebAssembly file.
 */
export class Decoder {
  readonly #readCodec: (codec: Codec) => Uint8Array;
  readonly #ready = new Map<Codec, Promise<void>>();

  constructor(readCodec: (codec: Codec) => Uint8Array) {
    this.#readCodec = readCodec;
  }

  async decode(bytes: Uint8Array): Promise<Raster> {
    const header = readHeader(bytes);
    if (header === undefined || header === 'more') throw new Error('not an image of a known format');
    if (header.width * header.height > MAX_PIXELS) throw new Error('an image of too many pixels');
    const raster = await this.#decodeAs(header.format, bytes);
    // What the header promised is what the room and the limit above were reckoned with.
    if (raster.width !== header.width || raster.height !== header.height) throw new Error('an image of another size');
    return raster;
  }

  async #decodeAs(format: ImageHeader['format'], bytes: Uint8Array): Promise<Raster> {
    switch (format) {
      case 'png':
        return decodePng(bytes);
      case 'gif':
        return decodeGif(bytes);
      case 'jpeg':
        return this.#decodeWith('mozjpeg_dec.wasm', initJpeg, () =>
          decodeJpeg(whole(bytes), { preserveOrientation: true }),
        );
      case 'webp':
        return this.#decodeWith('webp_dec.wasm', initWebp, () => decodeWebp(whole(bytes)));
    }
  }

  async #decodeWith(codec: Codec, init: Init, decode: () => Promise<Raster>): Promise<Raster> {
    await this.#start(codec, init);
    try {
      return await decode();
    } catch (cause) {
      // An error leaves the decoder in the middle of things, where the next image can keep it busy for ever.
      this.#ready.delete(codec);
      // What it throws is the address of a C++ exception.
      throw cause instanceof Error ? cause : new Error('a broken image', { cause });
    }
  }

  /** Instantiates a decoder once. What it has to say of a broken image would land on the screen: it says nothing. */
  #start(codec: Codec, init: Init): Promise<void> {
    let ready = this.#ready.get(codec);
    if (!ready) {
      const module = new WebAssembly.Module(Buffer.from(this.#readCodec(codec)));
      const options: ModuleOptions = {
        instantiateWasm(imports, done) {
          const instance = new WebAssembly.Instance(module, imports);
          done(instance);
          return instance.exports;
        },
        print: () => undefined,
        printErr: () => undefined,
      };
      ready = init(options);
      this.#ready.set(codec, ready);
    }
    return ready;
  }
}

/** What Emscripten asks of us. */
interface ModuleOptions {
  instantiateWasm: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ) => WebAssembly.Exports;
  print: (text: string) => void;
  printErr: (text: string) => void;
}

/** The bytes in a buffer of their own. */
function whole(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
