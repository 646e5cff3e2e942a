import type { MetaDraft } from '../../article/meta.ts';
import { characterClasses, UNCASED, UPPER } from '../../segment/character-class.ts';

/** What the line says before the names, in the languages that news comes in most. */
const PREFIX =
  /^(?:by|written by|words by|text by|story by|reported by|von|par|por|door|автор:|автор|текст:)\s+(?=\S)/i;
/** The first words of the above: setting the expression up takes longer than reading a short article. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  'by written words text story reported von par por door автор: автор текст:'.split(' '),
);
const MAX_LENGTH = 120;
const MAX_NAME_WORDS = 5;
/** Between the names, and between them and what the people do. */
const SEPARATOR = /\s*(?:[,;/|&]|\s(?:and|und|et|y|e|en|и|with|-|–|—)\s)\s*/;
const PARTICLES = new Set(
  'van von de der den del della di da dos das du la le el al bin ibn ter ten af av of y e'.split(' '),
);
/** Words of offices and agencies: no names of people. */
const ROLE =
  /\b(?:staff|writer|reporter|correspondent|editor|columnist|contributor|press|news|agency|reuters|afp|ap|special|photographs?|bureau|desk|team)\b/i;

/** The names in a byline ("By Ann Lee and Bo Ek, Staff Writers"); `undefined`: it is none. */
export function bylineNames(line: string): string[] | undefined {
  const space = line.search(/\s/);
  if (space < 0 || !FIRST_WORDS.has(line.slice(0, space).toLowerCase())) return undefined;
  const prefix = PREFIX.exec(line);
  if (!prefix || line.length > MAX_LENGTH || /[!?:;,]$/.test(line)) return undefined;
  const names: string[] = [];
  for (const part of line.slice(prefix[0].length).split(SEPARATOR)) {
    if (ROLE.test(part)) break;
    if (!isName(part)) return names.length > 0 && /^\S/.test(part) && isTitled(part) ? names : undefined;
    names.push(part);
  }
  return names.length > 0 ? names : undefined;
}

/** Puts the names into `meta.authors` unless it has some. Returns whether it did. */
export function setAuthors(meta: MetaDraft, names: readonly string[]): boolean {
  return meta.set(
    'authors',
    names.map((name) => ({ name: name.toWellFormed().replaceAll('\0', '').normalize('NFC') })),
    'text',
  );
}

/** A few words, each of which starts with a capital (or is a particle), and no stop but after initials. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length > MAX_NAME_WORDS || text === '') return false;
  const last = words.at(-1) ?? '';
  if (last.endsWith('.') && last.length > 3) return false;
  return words.every((word) => PARTICLES.has(word) || startsLikeName(word)) && words.some(startsLikeName);
}

function isTitled(text: string): boolean {
  return startsLikeName(text) && !text.endsWith('.');
}

function startsLikeName(word: string): boolean {
  const kind = characterClasses()[word.charCodeAt(0)];
  return (kind === UPPER || kind === UNCASED) && !/\d/.test(word);
}
