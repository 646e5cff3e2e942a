/**
 * What a UTF-16 code unit means to the segmenter. A table of our own: what counts as a letter must not
 * change with the Unicode version of the engine, or the same text would be cut differently elsewhere.
 */
const OTHER = 0;
export const LOWER = 1;
export const UPPER = 2;
/** A letter of a script without case. */
export const UNCASED = 3;
export const DIGIT = 4;
export const SPACE = 5;
export const LINE_END = 6;
/** Full stop or ellipsis: may end an abbreviation as well. */
export const DOT = 7;
/** Exclamation and question marks that white space follows. */
export const STRONG = 8;
/** Stops of scripts that put no space after them, or that nothing else is written with. */
export const FULL = 9;
/** Brackets and quotes that only open. */
const OPEN = 10;
/** Brackets that only close, and what refers to a footnote: right after a stop it goes with the sentence. */
export const CLOSE = 11;
/** Quotation marks that open in one language and close in another. */
export const QUOTE = 12;
/** Commas and the like: the sentence goes on after them. */
export const GOES_ON = 13;

const SPACES =
  '\t\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000';
const STRONG_STOPS = '!?\u203C\u203D\u2047\u2048\u2049\u061F';
/**
 * 。！？｡． of East Asia; Arabic-script, Indic, Armenian, Ethiopic, Burmese, Khmer, Mongolian and
 * Sinhala stops.
 */
const FULL_STOPS =
  '\u3002\uFF01\uFF1F\uFF61\uFF0E\u06D4\u0964\u0965\u0589\u1362\u1367\u1368\u104B\u17D4\u17D5\u1803\u1809\u0DF4';
const OPENING = '([{\u00A1\u00BF\u201A\u201E\u3008\u300A\u300C\u300E\u3010\u3014\u3016\uFF08\uFF3B\uFF5B\uFF62';
const CLOSING = ')]}\u3009\u300B\u300D\u300F\u3011\u3015\u3017\uFF09\uFF3D\uFF5D\uFF63';
/** Footnote reference atoms, superscript digits, daggers. */
const REFERENCES = '\uFFFC\u00B9\u00B2\u00B3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u2020\u2021';
const QUOTES = '"\'\u00AB\u00BB\u2018\u2019\u201C\u201D\u2039\u203A\u301D\u301E\u301F';
const CONTINUING = ',;:&+=%\u060C\u061B\u3001\uFF0C\uFF1B\uFF1A';
/**
 * Blocks whose letters have case in every Unicode version: Latin, Greek, Cyrillic, Armenian. Each with what its code
 * units are from the first on: `u` a capital, `l` a small letter, `p` a capital and its small letter, `o` neither; a
 * number says how many. Written out, because asking for the case of each would take longer than reading an article.
 */
const CASED: readonly (readonly [first: number, cases: string])[] = [
  [
    0x41,
    'u26o6l26o58lo10u23ou7l24ol8p28op8lp23up3l2up2u2lu3lou4lu2lu3l3u2lup3u2luo2ulu2lu2p2u2lo2ulolo4u2' +
      'lu2lup9lp9lup2u2p20uop9o6u2lu2l2ulu3p5',
  ],
  [0x370, 'p2o2ulo3l3ouo6uou3ouou2lu17ou9l35ul2o3l3p12l4uloulu2lou51l48p17o8p27up7lp48ou38o10l39o8'],
  [
    0x1e00,
    'p75l6o2uop48l8u8l6o2u6o2l8u8l8u8l6o2u6o2l8ououououl8u8l14o2l8u8l8u8l8u8l5ol2u5olo3l3ol2u5o3l4o2l' +
      '2u4o4l8u5o5l3ol2u5o3',
  ],
];
const CASES: Readonly<Record<string, readonly number[]>> = { u: [UPPER], l: [LOWER], p: [UPPER, LOWER], o: [OTHER] };
/** From here on a code unit that is named above as nothing else is taken for a letter of an uncased script. */
const FIRST_UNCASED = 0x590;
/** Punctuation, symbols, private use and the like above `FIRST_UNCASED`. */
const NO_LETTERS = [
  [0x2000, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0xfe10, 0xfe6f],
  [0xff00, 0xff20],
  [0xe000, 0xf8ff],
  [0xfff0, 0xffff],
] as const;

let table: Uint8Array | undefined;

/** One class for every UTF-16 code unit; built at the first call (64 kB, some 0.2 ms). */
export function characterClasses(): Uint8Array {
  table ??= build();
  return table;
}

function build(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(UNCASED, FIRST_UNCASED);
  for (const [from, to] of NO_LETTERS) classes.fill(OTHER, from, to + 1);
  // Surrogates: only the high ones that lead to further ideographs (planes 2 and 3) start a letter.
  classes.fill(OTHER, 0xd800, 0xe000).fill(UNCASED, 0xd840, 0xd8c0);
  for (const [first, cases] of CASED) {
    let code = first;
    for (const run of cases.match(/\D\d*/g) ?? []) {
      const kinds = CASES[run.charAt(0)] ?? [];
      for (let n = Number(run.slice(1) || 1); n > 0; n--) for (const kind of kinds) classes[code++] = kind;
    }
  }
  for (const zero of [0x30, 0x660, 0x6f0, 0x966, 0xff10]) classes.fill(DIGIT, zero, zero + 10);
  const name = (characters: string, value: number): void => {
    for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)] = value;
  };
  name(SPACES, SPACE);
  name('\n\u2028\u2029', LINE_END);
  name('.\u2026', DOT);
  name(STRONG_STOPS, STRONG);
  name(FULL_STOPS, FULL);
  name(OPENING, OPEN);
  name(CLOSING, CLOSE);
  name(REFERENCES, CLOSE);
  name(QUOTES, QUOTE);
  name(CONTINUING, GOES_ON);
  return classes;
}
