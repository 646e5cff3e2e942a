/** Classes of UTF-16 code units, as far as the features tell them apart. */
export const OTHER = 0;
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;
export const SPACE = 4;
export const COMMA = 5;
export const STOP = 6;
export const PUNCTUATION = 7;
export const CURRENCY = 8;
export const IDEOGRAPH = 9;
/** What menus, by-lines and bread crumbs put between their parts. */
export const DIVIDER = 10;

const ASCII: Uint8Array = buildAscii();

function buildAscii(): Uint8Array {
  const table = new Uint8Array(128).fill(OTHER);
  for (let c = 97; c <= 122; c++) table[c] = LOWER;
  for (let c = 65; c <= 90; c++) table[c] = UPPER;
  for (let c = 48; c <= 57; c++) table[c] = DIGIT;
  for (let c = 0; c <= 32; c++) table[c] = SPACE;
  table[95] = LOWER; // An underscore is a part of a word.
  for (const mark of '"\'()[]{}:-') table[mark.charCodeAt(0)] = PUNCTUATION;
  table[44] = table[59] = COMMA;
  table[46] = table[33] = table[63] = STOP;
  table[36] = CURRENCY;
  table[124] = table[47] = table[62] = DIVIDER;
  return table;
}

export function characterClass(code: number): number {
  return code < 128 ? (ASCII[code] as number) : wideClass(code);
}

function wideClass(code: number): number {
  if (code < 0xc0) {
    if (code === 0xa0) return SPACE;
    if (code === 0xa3 || code === 0xa5) return CURRENCY;
    if (code === 0xab || code === 0xbb) return PUNCTUATION;
    if (code === 0xb7) return DIVIDER;
    return code === 0xaa || code === 0xb5 || code === 0xba ? LOWER : OTHER;
  }
  if (code < 0x2000) {
    const upper =
      (code <= 0xde && code !== 0xd7) || (code >= 0x391 && code <= 0x3a9) || (code >= 0x400 && code <= 0x42f);
    return upper ? UPPER : LOWER;
  }
  if (code < 0x2070) {
    if (code === 0x2022) return DIVIDER;
    if (code === 0x2026) return STOP;
    return code <= 0x200b ? SPACE : PUNCTUATION;
  }
  if (code === 0x20ac || code === 0x20b9 || code === 0x20bd) return CURRENCY;
  if (code < 0x2c00) return OTHER;
  if (code < 0x3040) return cjkPunctuation(code);
  if (code <= 0x9fff || (code >= 0xac00 && code <= 0xd7af) || (code >= 0xd800 && code <= 0xdfff)) return IDEOGRAPH;
  if (code >= 0xff00 && code <= 0xff1f)
    return code === 0xff0c ? COMMA : code === 0xff01 || code === 0xff1f ? STOP : OTHER;
  return code === 0xfeff ? SPACE : LOWER;
}

function cjkPunctuation(code: number): number {
  if (code === 0x3000) return SPACE;
  if (code === 0x3001) return COMMA;
  return code === 0x3002 ? STOP : PUNCTUATION;
}

/** Lower case where it takes no table: ASCII, Latin-1, Greek, Cyrillic. For comparing words, not for showing them. */
export function lowerCode(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code >= 0xc0 && code <= 0xde) return code + 32;
  if (code >= 0x391 && code <= 0x3a9) return code + 32;
  if (code >= 0x410 && code <= 0x42f) return code + 32;
  if (code >= 0x400 && code <= 0x40f) return code + 80;
  return code;
}
