import { KINDS, LETTERS, RUNS } from './character-kinds.ts';

/** Line breaking classes: those of UAX #14 that differ here, by the names it gives them. */
const LINE_NAMES = [
  'AL', 'AK', 'AP', 'AS', 'B2', 'BA', 'BB', 'CB', 'CL', 'CM', 'CP', 'EB', 'EM', 'EX', 'GL', 'H', 'HH', 'HL', 'HY', 'ID',
  'IN', 'IS', 'JL', 'JT', 'JV', 'LF', 'NS', 'NU', 'OP', 'PO', 'PR', 'QF', 'QI', 'QU', 'RI', 'SA', 'SP', 'SY', 'VF',
  'VI', 'WJ', 'ZW', 'ZWJ',
] as const; // prettier-ignore
export type LineClassName = (typeof LINE_NAMES)[number];

/** `H` is a precomposed Hangul syllable, `QI` and `QF` are initial and final quotes, `QU` any other. */
export const LINE: Readonly<Record<LineClassName, number>> = numbered(LINE_NAMES);
export const LINE_CLASSES: number = LINE_NAMES.length;

/**
 * Cluster classes, after UAX #29. `Ignored` extends a cluster but ends a conjunct; `LV` and `LVT` are
 * Hangul syllables without and with a final consonant.
 */
const CLUSTER_NAMES = [
  'Other', 'Control', 'Extend', 'Ignored', 'Linker', 'ZWJ', 'Spacing', 'Prepend', 'RI', 'Pict', 'Consonant', 'L', 'V',
  'T', 'LV', 'LVT',
] as const; // prettier-ignore
export type ClusterClassName = (typeof CLUSTER_NAMES)[number];
export const CLUSTER: Readonly<Record<ClusterClassName, number>> = numbered(CLUSTER_NAMES);

/** What the tables tell of each code point; all arrays are indexed by its kind. */
export interface CharacterTable {
  /** Kind of every code point below U+20000. */
  kinds: Uint8Array;
  /** The same above: runs that start at `highStarts[i]` are of kind `highKinds[i]`. */
  highStarts: Uint32Array;
  highKinds: Uint8Array;
  lineClass: Uint8Array;
  clusterClass: Uint8Array;
  width: Uint8Array;
  /** 1 where the East Asian width is wide, fullwidth or halfwidth. */
  east: Uint8Array;
  /** 1 where U+FE0F makes a narrow symbol a wide emoji. */
  emoji: Uint8Array;
}

/** Planes 0 and 1 hold nearly all text; above are ideographs in a few long runs. */
const TABLE_SIZE = 0x20000;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Hangul syllables come in groups of one without and 27 with a final consonant. */
const SYLLABLE_GROUP = 28;

let table: CharacterTable | undefined;

/** The tables, unpacked when first asked for (about 0.3 ms). Constant ever after. */
export function characterTable(): CharacterTable {
  table ??= unpack();
  return table;
}

/** Kind of a code point. */
export function kindOf(codePoint: number, { kinds, highStarts, highKinds }: CharacterTable): number {
  if (codePoint < TABLE_SIZE) return kinds[codePoint] as number; // in range
  let run = highStarts.length - 1;
  while (run > 0 && (highStarts[run] as number) > codePoint) run--; // in range
  return highKinds[run] ?? 0;
}

function unpack(): CharacterTable {
  const syllable = KINDS.findIndex((kind) => kind.startsWith('H '));
  // One more kind than the list has: syllables without a final consonant.
  const names = [...KINDS, KINDS[syllable]?.replace(' H ', ' LV ') ?? ''];
  const { length } = names;
  const lineClass = new Uint8Array(length);
  const clusterClass = new Uint8Array(length);
  const width = new Uint8Array(length);
  const east = new Uint8Array(length);
  const emoji = new Uint8Array(length);
  for (let kind = 0; kind < length; kind++) {
    const [line, cluster, columns, ...flags] = (names[kind] ?? '').split(' ');
    lineClass[kind] = LINE[line as LineClassName]; // made by a script that knows these names
    clusterClass[kind] = cluster === 'H' ? CLUSTER.LVT : CLUSTER[cluster as ClusterClassName]; // as above
    width[kind] = Number(columns);
    east[kind] = flags.includes('east') ? 1 : 0;
    emoji[kind] = flags.includes('emoji') ? 1 : 0;
  }

  const kinds = new Uint8Array(TABLE_SIZE);
  const highStarts: number[] = [];
  const highKinds: number[] = [];
  const kindOfLetter = new Map(Array.from(LETTERS, (letter, kind) => [letter, kind] as const));
  let codePoint = 0;
  let run = 0;
  for (const letter of RUNS) {
    const digit = Number.parseInt(letter, 36);
    if (letter >= '0' && letter <= 'z' && !(letter >= ':' && letter <= '`')) {
      run = run * 36 + digit;
      continue;
    }
    const kind = kindOfLetter.get(letter) ?? 0;
    const end = codePoint + (run || 1);
    kinds.fill(kind, codePoint, Math.min(end, TABLE_SIZE));
    if (end > TABLE_SIZE) {
      highStarts.push(codePoint);
      highKinds.push(kind);
    }
    codePoint = end;
    run = 0;
  }
  for (let at = FIRST_SYLLABLE; at <= LAST_SYLLABLE; at += SYLLABLE_GROUP) kinds[at] = length - 1;
  return {
    kinds,
    highStarts: Uint32Array.from(highStarts),
    highKinds: Uint8Array.from(highKinds),
    lineClass,
    clusterClass,
    width,
    east,
    emoji,
  };
}

function numbered<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, number) => [name, number])) as Record<Name, number>; // one for each name
}
