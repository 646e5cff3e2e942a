import { characterClasses, FULL, LINE_END, STRONG } from './character-class.ts';
import { COMMON, type LanguageData, LANGUAGES } from './abbreviations.ts';

/** How a word with a full stop after it ends sentences; see `LanguageData`. */
export type AbbreviationKind = 'never' | 'number' | 'either' | 'capital' | 'unit' | 'time';

const KINDS: readonly AbbreviationKind[] = ['unit', 'time', 'capital', 'either', 'number', 'never'];

/** A language's table, ready for look-up. */
export interface LanguageRules {
  abbreviations: ReadonlyMap<string, AbbreviationKind>;
  starters: ReadonlySet<string>;
  speech: ReadonlySet<string>;
  timeFollowers: ReadonlySet<string>;
  ordinals: boolean;
  /** Length of the longest abbreviation: longer words need no look-up. */
  longest: number;
  /** By code of an ASCII letter, one bit for each length of an abbreviation that it opens; see `mayBeListed`. */
  lengths: Uint32Array;
  /** Class of every UTF-16 code unit, see `character-class.ts`. */
  classes: Uint8Array;
  /**
   * Finds the next stop or line end, from its `lastIndex` on. Engines look through text with an expression
   * three times as fast as a loop over `charCodeAt` does.
   */
  stops: RegExp;
}

/** One entry a language of the table and one for all others: it cannot grow beyond that. */
const compiled = new Map<string, LanguageRules>();

/**
 * The rules for a BCP 47 tag. An unknown or absent language gets English together with Russian: they
 * share no letter, and most texts that do not say are in one of these alphabets.
 */
export function rulesFor(language: string | undefined): LanguageRules {
  const primary = language?.split('-', 1)[0]?.toLowerCase() ?? '';
  const key = primary === 'no' || primary === 'nn' ? 'nb' : Object.hasOwn(LANGUAGES, primary) ? primary : '';
  let rules = compiled.get(key);
  if (!rules) {
    const own = LANGUAGES[key];
    rules = compile(own ? [COMMON, own] : [COMMON, LANGUAGES['ru'] ?? {}, LANGUAGES['en'] ?? {}]);
    compiled.set(key, rules);
  }
  return rules;
}

function compile(tables: readonly LanguageData[]): LanguageRules {
  const abbreviations = new Map<string, AbbreviationKind>();
  for (const table of tables) {
    for (const kind of KINDS) for (const word of words(table[kind])) abbreviations.set(word, kind);
  }
  const union = (field: 'starters' | 'speech' | 'timeFollowers'): Set<string> =>
    new Set(tables.flatMap((table) => words(table[field])));
  const asks = tables.some((table) => table.semicolonAsks);
  const classes = asks ? classesWhereSemicolonAsks() : characterClasses();
  return {
    abbreviations,
    starters: union('starters'),
    speech: union('speech'),
    timeFollowers: union('timeFollowers'),
    ordinals: tables.some((table) => table.ordinals),
    longest: Math.max(...Array.from(abbreviations.keys(), (word) => word.length)),
    lengths: lengthsOf(abbreviations.keys()),
    classes,
    stops: stopsOf(classes),
  };
}

function lengthsOf(abbreviations: Iterable<string>): Uint32Array {
  const lengths = new Uint32Array(0x80);
  for (const word of abbreviations) {
    for (const letter of [word.charAt(0), word.charAt(0).toUpperCase()]) {
      const code = letter.charCodeAt(0);
      if (code < lengths.length) lengths[code] = (lengths[code] as number) | (1 << word.length); // in range
    }
  }
  return lengths;
}

/** Whether the word, or its form in small letters, may be in the table: most words need no look-up then. */
export function mayBeListed({ lengths }: LanguageRules, word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= lengths.length || (((lengths[code] as number) >>> word.length) & 1) === 1; // in range
}

function classesWhereSemicolonAsks(): Uint8Array {
  const classes = characterClasses().slice();
  classes[';'.charCodeAt(0)] = STRONG;
  return classes;
}

function stopsOf(classes: Uint8Array): RegExp {
  let codes = '';
  for (let code = 0; code < classes.length; code++) {
    const kind = classes[code] as number; // in range
    if (kind >= LINE_END && kind <= FULL) codes += `\\u${code.toString(16).padStart(4, '0')}`;
  }
  return new RegExp(`[${codes}]`, 'g');
}

function words(list: string | undefined): string[] {
  return list === undefined ? [] : list.split(' ');
}
