import { KINDS, LETTERS, RUNS } from './character-kinds.ts';

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
  /** Traits of every code point below U+20000. */
  low: Uint16Array;
  /** The same above: runs that start at `highStarts[i]` have the traits `high[i]`. */
  highStarts: Uint32Array;
  high: Uint16Array;
}

/** Planes 0 and 1 hold nearly all text; above are ideographs in a few long runs. */
const TABLE_SIZE = 0x20000;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Letters of kinds are ASCII or Latin letters below this. */
const LAST_LETTER = 0xff;
/** Hangul syllables come in groups of one without and 27 with a final consonant. */
const SYLLABLE_GROUP = 28;

let table: CharacterTable | undefined;

/** The tables, unpacked when first asked for (well under a millisecond). Constant ever after. */
export function characterTable(): CharacterTable {
  table ??= unpack();
  return table;
}

/** Traits of a code point. */
export function traitsOf(codePoint: number, { low, highStarts, high }: CharacterTable): Traits {
  if (codePoint < TABLE_SIZE) return low[codePoint] as number; // in range
  let run = highStarts.length - 1;
  while (run > 0 && (highStarts[run] as number) > codePoint) run--; // in range
  return high[run] ?? 0;
}

function unpack(): CharacterTable {
  const traits = new Uint16Array(LAST_LETTER + 1);
  for (let index = 0; index < LETTERS.length; index++) traits[LETTERS.charCodeAt(index)] = pack(KINDS[index] ?? '');
  const low = new Uint16Array(TABLE_SIZE);
  const highStarts: number[] = [];
  const high: number[] = [];
  let codePoint = 0;
  let run = 0;
  // Plain loops over code units: this stands between the start of a program and its first line.
  for (let at = 0; at < RUNS.length; at++) {
    const letter = RUNS.charCodeAt(at);
    const digit = digitOf(letter);
    if (digit >= 0) {
      run = run * 36 + digit;
      continue;
    }
    const value = traits[letter] as number; // the alphabet ends at the last letter
    const end = codePoint + (run || 1);
    if (end <= TABLE_SIZE && run === 0) low[codePoint] = value;
    else low.fill(value, codePoint, end);
    if (end > TABLE_SIZE) {
      highStarts.push(codePoint);
      high.push(value);
    }
    codePoint = end;
    run = 0;
  }
  // The table knows one kind of syllable; those without a final consonant join with more.
  const open = pack(KINDS.find((kind) => kind.startsWith('H ')) ?? '', CLUSTER.LV);
  for (let at = FIRST_SYLLABLE; at <= LAST_SYLLABLE; at += SYLLABLE_GROUP) low[at] = open;
  return { low, highStarts: Uint32Array.from(highStarts), high: Uint16Array.from(high) };
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
