/** Which differences between characters count when text is searched. */
export interface FoldOptions {
  /** Capitals and small letters differ. Default: they do not. */
  caseSensitive?: boolean;
  /** Accents and other diacritics count. Default: they do not, so `resume` finds `Résumé`. */
  diacritics?: boolean;
}

/** What a keyboard has for what typesetting puts in its place. Nobody types a curly apostrophe in a search. */
const TYPED: ReadonlyMap<string, string> = new Map([
  ...pairs('\u2018\u2019\u201A\u201B\u02BB\u02BC\u2032', "'"),
  ...pairs('\u201C\u201D\u201E\u201F\u2033', '"'),
  ...pairs('\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '-'),
]);
/** Letters with a stroke or joined to another have no decomposition in Unicode; these are the common ones. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['\u00D8', 'O'],
  ['\u00F8', 'o'],
  ['\u0141', 'L'],
  ['\u0142', 'l'],
  ['\u0110', 'D'],
  ['\u0111', 'd'],
  ['\u0126', 'H'],
  ['\u0127', 'h'],
  ['\u0166', 'T'],
  ['\u0167', 't'],
  ['\u0131', 'i'],
  ['\u00C6', 'AE'],
  ['\u00E6', 'ae'],
  ['\u0152', 'OE'],
  ['\u0153', 'oe'],
]);

function pairs(characters: string, typed: string): [string, string][] {
  return Array.from(characters, (character) => [character, typed]);
}

// Expressions that name properties of Unicode take up to half a millisecond each to set up: here they wait for their
// use, for the sake of those who never search.

/**
 * Whether a character is passed over in any search, and stands apart from the one before it: soft hyphens, joiners,
 * directions, kashida, U+FFFC show nothing by themselves.
 */
export function isIgnored(character: string): boolean {
  return /^[\p{Default_Ignorable_Code_Point}\u0640\uFFFC]$/u.test(character);
}

/**
 * The form of one code point that searches compare: compatibility forms are taken apart (`ﬁ` is `fi`, a
 * full-width `Ａ` is `a`), typographic quotes and dashes are as typed, and unless the options say otherwise
 * diacritics are dropped and letters are small (`ß` is `ss`, both small sigmas are one). May be empty.
 */
export function foldCharacter(character: string, { caseSensitive, diacritics }: FoldOptions): string {
  if (isIgnored(character)) return '';
  const typed = TYPED.get(character);
  if (typed !== undefined) return typed;
  let folded = character.normalize('NFKD');
  // `´` and its like decompose to a space with a mark: as a space they would match between words.
  if (folded.startsWith(' ') && character !== ' ') folded = character;
  if (!diacritics) {
    folded = withoutMarks(folded);
    folded = PLAIN_LETTERS.get(folded) ?? folded;
  }
  folded = folded.normalize('NFC');
  if (!caseSensitive) folded = folded.toLowerCase().replaceAll('\u03C2', '\u03C3').replaceAll('\u00DF', 'ss');
  return folded;
}

/**
 * Drops the marks that a reader leaves out when typing: accents, Hebrew points, Arabic vowels. The vowel signs of
 * Indic and Thai are marks to Unicode too, but they spell the word; so do the Japanese voicing marks.
 */
function withoutMarks(text: string): string {
  return text.replace(
    /(?=\p{Mn})(?![\u3099\u309A])[\p{sc=Inherited}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Cyrillic}\p{sc=Greek}]/gu,
    '',
  );
}
