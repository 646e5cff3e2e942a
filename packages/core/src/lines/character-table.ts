import { KINDS, LETTERS, PAGES, UPPER_PLANES } from './character-kinds.ts';

/** Line breaking classes: those of UAX #14 that differ here, by the names it gives them. */
const LINE_NAMES = [
  'AL',
  'AK',
  'AP',
  'AS',
  'B2',
  'BA',
  'BB',
  'CB',
  'CL',
  'CM',
  'CP',
  'EB',
  'EM',
  'EX',
  'GL',
  'H',
  'HH',
  'HL',
  'HY',
  'ID',
  'IN',
  'IS',
  'JL',
  'JT',
  'JV',
  'LF',
  'NS',
  'NU',
  'OP',
  'PO',
  'PR',
  'QF',
  'QI',
  'QU',
  'RI',
  'SA',
  'SP',
  'SY',
  'VF',
  'VI',
  'WJ',
  'ZW',
  'ZWJ',
] as const;
export type LineClassName = (typeof LINE_NAMES)[number];

/** `H` is a precomposed Hangul syllable, `QI` and `QF` are initial and final quotes, `QU` any other. */
export const LINE: Readonly<Record<LineClassName, number>> = numbered(LINE_NAMES);
export const LINE_CLASSES: number = LINE_NAMES.length;

/**
 * Cluster classes, after UAX #29. `Ignored` extends a cluster but ends a conjunct; `LV` and `LVT` are
 * Hangul syllables without and with a final consonant.
 */
const CLUSTER_NAMES = [
  'Other',
  'Control',
  'Extend',
  'Ignored',
  'Linker',
  'ZWJ',
  'Spacing',
  'Prepend',
  'RI',
  'Pict',
  'Consonant',
  'L',
  'V',
  'T',
  'LV',
  'LVT',
] as const;
export type ClusterClassName = (typeof CLUSTER_NAMES)[number];
export const CLUSTER: Readonly<Record<ClusterClassName, number>> = numbered(CLUSTER_NAMES);

/**
 * Everything that line breaking and column counting ask of a code point, in one number: its line breaking class,
 * cluster class, columns, and two flags. One look into a table is what makes breaking fast.
 */
export type Traits = number;

const CLUSTER_SHIFT = 6;
const WIDTH_SHIFT = 10;
const EAST = 1 << 12;
const EMOJI = 1 << 13;

export function lineClassOf(traits: Traits): number {
  return traits & 0x3f;
}
export function clusterClassOf(traits: Traits): number {
  return (traits >> CLUSTER_SHIFT) & 0xf;
}
export function columnsOf(traits: Traits): number {
  return (traits >> WIDTH_SHIFT) & 3;
}
/** Whether the East Asian width is wide, fullwidth or halfwidth. */
export function isEast(traits: Traits): boolean {
  return (traits & EAST) !== 0;
}
/** Whether U+FE0F makes a narrow symbol a wide emoji. */
export function isEmoji(traits: Traits): boolean {
  return (traits & EMOJI) !== 0;
}

export interface CharacterTable {
  /** Traits of every code point below U+20000 that has been met; 0, which none has, for the others. */
  low: Uint16Array;
  /** The same above: runs that start at `starts[i]` have the traits `traits[i]`. Absent until one is met. */
  high?: { starts: Uint32Array; traits: Uint16Array };
}

/** Planes 0 and 1 hold nearly all text; above are ideographs in a few long runs. */
const TABLE_SIZE = 0x20000;
/** Code points of one of the `PAGES`, as a power of two. */
const PAGE_BITS = 10;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Letters of kinds are ASCII or Latin letters below this. */
const LAST_LETTER = 0xff;
/** Hangul syllables come in groups of one without and 27 with a final consonant. */
const SYLLABLE_GROUP = 28;

let table: CharacterTable | undefined;
/** Traits by the letter of their kind; 0: not worked out yet. */
let kinds: Uint16Array | undefined;

/**
 * The one table of the process. It is a constant that is unpacked page by page, as text needs it: all at once
 * would take longer than breaking the lines of a screen.
 */
export function characterTable(): CharacterTable {
  table ??= { low: new Uint16Array(TABLE_SIZE) };
  return table;
}

/** Traits of a code point. */
export function traitsOf(codePoint: number, characters: CharacterTable): Traits {
  if (codePoint >= TABLE_SIZE) return highTraits(codePoint, characters);
  return characters.low[codePoint] || unpackedTraits(codePoint, characters);
}

function unpackedTraits(codePoint: number, { low }: CharacterTable): Traits {
  const page = codePoint >> PAGE_BITS;
  const first = page << PAGE_BITS;
  unpack(PAGES[page] ?? '', first, (traits, start, end) => {
    if (end - start === 1) low[start] = traits;
    else low.fill(traits, start, end);
  });
  openSyllables(low, first, first + (1 << PAGE_BITS));
  return low[codePoint] as number; // in range, and unpacked now
}

/** The pages know one kind of syllable; those without a final consonant join with more. Sets these in `[from, to)`. */
function openSyllables(low: Uint16Array, from: number, to: number): void {
  if (to <= FIRST_SYLLABLE || from > LAST_SYLLABLE) return;
  const open = pack(KINDS.find((kind) => kind.startsWith('H ')) ?? '', CLUSTER.LV);
  const skipped = Math.ceil(Math.max(0, from - FIRST_SYLLABLE) / SYLLABLE_GROUP);
  for (let at = FIRST_SYLLABLE + skipped * SYLLABLE_GROUP; at < to && at <= LAST_SYLLABLE; at += SYLLABLE_GROUP) {
    low[at] = open;
  }
}

function highTraits(codePoint: number, characters: CharacterTable): Traits {
  const { starts, traits } = (characters.high ??= unpackHigh());
  let run = starts.length - 1;
  while (run > 0 && (starts[run] as number) > codePoint) run--; // in range
  return traits[run] ?? 0;
}

function unpackHigh(): { starts: Uint32Array; traits: Uint16Array } {
  const starts: number[] = [];
  const traits: number[] = [];
  unpack(UPPER_PLANES, TABLE_SIZE, (value, start) => {
    starts.push(start);
    traits.push(value);
  });
  return { starts: Uint32Array.from(starts), traits: Uint16Array.from(traits) };
}

/** Tells the runs of a page that begins with the code point `first`. */
function unpack(page: string, first: number, tell: (traits: Traits, start: number, end: number) => void): void {
  let start = first;
  let length = 0;
  for (let at = 0; at < page.length; at++) {
    const letter = page.charCodeAt(at);
    const digit = digitOf(letter);
    if (digit >= 0) {
      length = length * 36 + digit;
      continue;
    }
    const end = start + (length || 1);
    tell(traitsOfKind(letter), start, end);
    start = end;
    length = 0;
  }
}

function traitsOfKind(letter: number): Traits {
  kinds ??= new Uint16Array(LAST_LETTER + 1);
  return (kinds[letter] ||= pack(KINDS[LETTERS.indexOf(String.fromCharCode(letter))] ?? ''));
}

/** Traits from words such as `ID Pict 2 east`. */
function pack(kind: string, syllable: number = CLUSTER.LVT): Traits {
  const [line, cluster, columns, ...flags] = kind.split(' ');
  const lineClass = LINE[line as LineClassName]; // made by a script that knows these names
  const clusterClass = cluster === 'H' ? syllable : CLUSTER[cluster as ClusterClassName]; // as above
  const east = flags.includes('east') ? EAST : 0;
  const emoji = flags.includes('emoji') ? EMOJI : 0;
  return lineClass | (clusterClass << CLUSTER_SHIFT) | (Number(columns) << WIDTH_SHIFT) | east | emoji;
}

/** Value of a digit of base 36, -1 for other characters: the letters of kinds are none of its digits. */
function digitOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  return unit >= 0x61 && unit <= 0x7a ? unit - 0x61 + 10 : -1;
}

function numbered<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, number) => [name, number])) as Record<Name, number>; // one for each name
}
