import { LINE, LINE_CLASSES, type LineClassName } from './character-table.ts';

/** A line may end between two neighbouring characters. */
export const BREAK = 1;
/** A line may end between two characters that spaces stand between. */
const BREAK_SPACED = 2;
/** Neighbours: what stands around them decides (`context-rules.ts`). */
export const LOOK = 4;
/** The same with spaces between. */
const LOOK_SPACED = 8;

type Names = ReadonlySet<LineClassName>;
const QUOTES: Names = new Set(['QU', 'QI', 'QF']);
const LETTERS: Names = new Set(['AL', 'HL', 'SA']);
const HYPHENS: Names = new Set(['HY', 'HH']);
const HANGUL: Names = new Set(['JL', 'JV', 'JT', 'H']);
const IDEOGRAPHS: Names = new Set(['ID', 'EB', 'EM']);
const AKSARAS: Names = new Set(['AK', 'AS']);
const AFFIXES: Names = new Set(['PR', 'PO']);
/** What may not start a line, spaces before it or not (LB11, LB13, LB15d). */
const CLOSERS: Names = new Set(['WJ', 'CL', 'CP', 'EX', 'SY', 'IS']);

/** A pair that has not been asked for yet. */
const UNKNOWN = 128;
const NAMES = Object.keys(LINE) as LineClassName[]; // keys of the record, in the order of their numbers

let rules: Uint8Array | undefined;

/** The rules met so far: a text uses few of the pairs, and working out all would delay its first line. */
export function pairRules(): Uint8Array {
  rules ??= new Uint8Array(LINE_CLASSES * LINE_CLASSES).fill(UNKNOWN);
  return rules;
}

/** The bits above for two characters of the classes `a` and `b`. */
export function pairRule(known: Uint8Array, a: number, b: number): number {
  const rule = known[a * LINE_CLASSES + b] as number; // classes index the table
  return rule === UNKNOWN ? learn(known, a, b) : rule;
}

function learn(known: Uint8Array, a: number, b: number): number {
  const before = NAMES[a] ?? 'AL';
  const after = NAMES[b] ?? 'AL';
  const rule = adjacent(before, after) | spaced(before, after);
  known[a * LINE_CLASSES + b] = rule;
  return rule;
}

/** The rules of UAX #14 for two neighbours, in its order. Ours, and why, are marked "Own". */
function adjacent(a: LineClassName, b: LineClassName): number {
  if (b === 'ZW' || b === 'SP') return 0; // LB7
  if (a === 'ZW') return BREAK; // LB8
  if (a === 'WJ' || a === 'GL') return 0; // LB11, LB12
  if (b === 'GL') return a === 'BA' || a === 'HY' || a === 'HH' ? BREAK : 0; // LB12a
  if (CLOSERS.has(b) || a === 'OP') return 0; // LB11, LB13, LB14, LB15d
  if ((a === 'CL' || a === 'CP') && b === 'NS') return 0; // LB16
  if (b === 'QU' || b === 'QF' || a === 'QU' || a === 'QI') return 0; // LB19
  if (b === 'QI') return a === 'QF' ? 0 : LOOK; // LB19a
  if (a === 'QF') return LOOK; // LB19a
  if (a === 'CB' || b === 'CB') return BREAK; // LB20
  // Own: a dash ends a line but does not start one, as printers set it; at the start of a word it stays.
  if (b === 'B2') return 0;
  if (a === 'B2') return LOOK;
  if (b === 'BA' || b === 'HH' || b === 'HY' || b === 'NS' || a === 'BB') return 0; // LB21
  if (HYPHENS.has(a)) return b === 'NU' && a === 'HY' ? 0 : LOOK; // LB20a, LB21a, LB25
  if (a === 'SY') return b === 'HL' ? 0 : LOOK; // LB21b, LB25; own: see `afterSlash`
  if (b === 'IN') return 0; // LB22
  if ((LETTERS.has(a) && b === 'NU') || (a === 'NU' && LETTERS.has(b))) return 0; // LB23
  if ((a === 'PR' && IDEOGRAPHS.has(b)) || (IDEOGRAPHS.has(a) && b === 'PO')) return 0; // LB23a
  if ((AFFIXES.has(a) && LETTERS.has(b)) || (LETTERS.has(a) && AFFIXES.has(b))) return 0; // LB24
  if (b === 'NU' && (a === 'NU' || a === 'IS' || AFFIXES.has(a))) return 0; // LB25
  if (a === 'NU' && AFFIXES.has(b)) return 0; // LB25
  if ((a === 'CL' || a === 'CP' || a === 'IS') && AFFIXES.has(b)) return LOOK; // LB25
  if (AFFIXES.has(a) && b === 'OP') return LOOK; // LB25
  if ((HANGUL.has(a) && b === 'PO') || (a === 'PR' && HANGUL.has(b))) return 0; // LB27
  // LB26. Own: Korean is set by words, as it writes spaces, with endings kept on foreign words and numbers.
  if (HANGUL.has(a) && (HANGUL.has(b) || LETTERS.has(b) || b === 'NU')) return 0;
  if (HANGUL.has(b) && (LETTERS.has(a) || a === 'NU')) return 0;
  if (a === 'SA' && b === 'SA') return LOOK; // words of scripts without spaces
  if (LETTERS.has(a) && LETTERS.has(b)) return 0; // LB28
  if (a === 'AP' && AKSARAS.has(b)) return 0; // LB28a
  if (AKSARAS.has(a) && (b === 'VF' || b === 'VI')) return 0; // LB28a
  if ((a === 'VI' || AKSARAS.has(a)) && AKSARAS.has(b)) return LOOK; // LB28a
  if (a === 'IS' && LETTERS.has(b)) return 0; // LB29
  if ((LETTERS.has(a) || a === 'NU') && b === 'OP') return LOOK; // LB30
  if (a === 'CP' && (LETTERS.has(b) || b === 'NU')) return 0; // LB30
  if (a === 'RI' && b === 'RI') return LOOK; // LB30a
  if (a === 'EB' && b === 'EM') return 0; // LB30b
  return BREAK; // LB31
}

/** The rules for two characters with spaces between them. */
function spaced(a: LineClassName, b: LineClassName): number {
  if (b === 'ZW') return 0; // LB7
  if (a === 'ZW') return BREAK_SPACED; // LB8
  if (a === 'OP') return 0; // LB14
  if (b === 'IS') return LOOK_SPACED; // LB15c
  if (CLOSERS.has(b)) return 0; // LB11, LB13
  if (a === 'QI' || b === 'QF') return LOOK_SPACED; // LB15a, LB15b
  if ((a === 'CL' || a === 'CP') && b === 'NS') return 0; // LB16
  if (a === 'B2' && b === 'B2') return 0; // LB17
  return QUOTES.has(a) || b !== 'SP' ? BREAK_SPACED : 0; // LB18
}
