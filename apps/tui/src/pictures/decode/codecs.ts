/** The decoders that are WebAssembly, as the files of their packages are called. */
export const CODECS = {
  'mozjpeg_dec.wasm': '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  'webp_dec.wasm': '@jsquash/webp/codec/dec/webp_dec.wasm',
} as const;

export type Codec = keyof typeof CODECS;
