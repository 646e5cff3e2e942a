/** Words that introduce authors, in the languages of most of the web. */
const INTRODUCTION =
  /^(?:(?:written|posted|published|created|reported|words|story|text|article|review|reviewed|post|edited|submitted|asked|started|contributed|authored|updated)\s+by|by|authors?|writers?|von|par|por|di|door|af|av|szerző|autor(?:en|es)?|auteurs?|redaktion|text|words)\s*[:–-]?\s+/i;
const BARE_INTRODUCTION =
  /^(?:by|authors?|(?:written|posted|published|words|article|story|text|blog post) by|von|par|por)\s*:?$/i;
/** What follows a name in a byline and is none of it. */
const AFTER_NAME =
  /\s*(?:\||•|·|\/\/|\s[–—-]\s|\(|\[|\bon\s+(?=\w+ \d|\d)|\b(?:updated|published|posted|last|reviewed|medically|fact[ -]checked|edited|opens in|follow|see all|view all|read more|about the|is an?|has been|contributor$|staff writer|senior|associate|managing)\b|on behalf of\b|https?:|@\w|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,2}[:/.]\d|\d{4}).*$/isu;
const DATE_WORD =
  /\b(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s+\d/i;
/** Job titles that stand after a comma. */
const JOB =
  /\b(?:editor|writer|reporter|correspondent|director|manager|ceo|cto|cfo|founder|co-founder|president|professor|contributor|journalist|columnist|staff|specialist|expert|analyst|engineer|head of|chief|author|producer|consultant|strategist|officer|lead|intern|fellow|phd|ph\.d|md|m\.d|rd|rdn|cpa|mba|esq|jd|dds|dvm|lmft|mph|ms|rn|cfp|attorney|lawyer|realtor|teacher|researcher|scientist|developer|marketer|coach|at)\b/i;
const DEGREE = /^[\p{Lu}.®]{2,7}$/u;
const NOT_A_NAME =
  /^(?:admin(?:istrator)?|author|authors|by|editor|guest|unknown|anonymous|staff|user|users|webmaster|root|contributors?|follow|share|posts?|comments?|home|login|menu|about|more|subscribe|null|undefined|n\/a|none|name|email|website|written by|profile|view profile|member|members|moderator|category|updated|published|posted)$/i;
/** What no name ends with: a stop after a word, a preposition, half of a pair of brackets; days of the week. */
const NO_END =
  /(?:\p{Ll}{3}\.|[!?»«>]|\s(?:by|from|in|at|of|the)|^[^(]+\)|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})$/iu;
const LONGEST_NAME = 80;
/** A byline that goes on is a text. In code units. */
const LONGEST_BYLINE = 2000;
/** A date with what sets it apart, before a name. */
const DATE_BEFORE =
  /^(?:\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{L}{3,9}\.?,? \d{4}|\d{4}-\d\d-\d\d)\s*[·•|,–—-]\s*(?=\p{L})/u;

/**
 * Takes a byline apart: `By Ann Lee and Bo Ek, staff writers | March 3` gives `Ann Lee` and `Bo Ek`. Nothing
 * is made up: what does not look like a name gives no name.
 */
export function namesOf(byline: string): string[] {
  const line = strip(byline.slice(0, LONGEST_BYLINE));
  if (line === '' || BARE_INTRODUCTION.test(line)) return [];
  const names: string[] = [];
  for (const part of line.split(/\s*(?:;|&(?!\w+;)|\band\b|\bund\b|\bet\b|\by\b|\be\b(?=\s+\p{Lu}))\s*/u)) {
    for (const piece of part.split(/\s*,\s*/)) {
      const name = piece.replace(AFTER_NAME, '').replace(/^[\s:.,~–—-]+|[\s:,–—-]+$/g, '');
      if (name === '') continue;
      // After the first name a piece with a job or a degree describes it, and so does all that follows.
      if (names.length > 0 && (JOB.test(piece) || DEGREE.test(piece))) break;
      if (isName(name)) names.push(name);
    }
  }
  return [...new Set(names)];
}

/** A single name as structured data has it: only the worst is taken off. */
export function cleanName(name: string): string | undefined {
  const clean = strip(name)
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/[,;]\s*$/, '');
  return isName(clean) ? clean : undefined;
}

/** Whether a text is a "By …" that names somebody. */
export function isByline(text: string): boolean {
  return INTRODUCTION.test(text) && namesOf(text).length > 0;
}

/** Whether a text only introduces the name in the next piece of text ("By"). */
export function introducesName(text: string): boolean {
  return BARE_INTRODUCTION.test(text.trim());
}

function strip(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(DATE_BEFORE, '')
    .replace(INTRODUCTION, '')
    .replace(/^(?:the )?by\s+/i, '')
    .trim();
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || NOT_A_NAME.test(name)) return false;
  if (/https?:|www\.|[<>{}|]|\.(?:com|org|net)\b/i.test(name) || DATE_WORD.test(name)) return false;
  if (NO_END.test(name) || /^[\p{Ll}_]+(?:\.[\p{Ll}_]+){2,}$/u.test(name)) return false;
  return /\p{L}/u.test(name) && name.split(' ').length <= 7 && !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(name);
}

/** One to three parts of a name, the first of them capitalised. */
const PERSON = String.raw`\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|da|van|von|der|del|la|di)){1,3}`;
const FULL_NAMES = new RegExp(`^${PERSON}(?:(?:, | and | & )${PERSON})*$`, 'u');
/** Capitalised words that are a section, a place, a button or a company. */
const NO_PERSON =
  /\b(?:news|blog|read|share|min|minutes|guide|guides|home|press|release|about|contact|data|security|marketing|business|health|technology|tech|design|products?|reviews?|updates?|insights?|resources?|learn|tips|table|contents|articles?|posts?|engineering|company|education|the|your|our|how|what|best|published|updated|last|inc|llc|ltd|follow|subscribe|save|print|email|video|podcast|research|culture|travel|food|finance|money|real|estate|social|media|cloud|software|case|study|customer|success|united|states|new|york|book|now|schedule|developer|experience|modes?|display|community|studio|dealer|authorized|view|all|search|menu|sign|log|by|with|for|in|on|of|to|and|a|an)\b/i;

/** Whether a text is nothing but full names, of two to four capitalised words each. */
export function isFullName(text: string): boolean {
  return FULL_NAMES.test(text) && namesOf(text).every(isPersonal);
}

/** Whether no word of a name says that it is something else. */
export function isPersonal(name: string): boolean {
  return !NO_PERSON.test(name);
}

/** Whether a short text says what somebody does. */
export function isJob(text: string): boolean {
  return JOB.test(text);
}

/** Whether a name is one that people log in with: `ann-lee`, `annlee42`, not `Ann`. */
export function isHandle(name: string): boolean {
  return /^[\p{Ll}\d._-]+$/u.test(name) && /[\d._-]/.test(name);
}
