/** Words that introduce authors, in the languages of most of the web. */
const INTRODUCTION =
  /^(?:(?:written|posted|published|created|reported|words|story|text|article|review|reviewed|post|edited|submitted|asked|started|contributed|authored|updated)\s+by|by|authors?|writers?|von|par|por|di|door|af|av|szerző|autor(?:en|es)?|auteurs?|redaktion|text|words)\s*[:–-]?\s+/i;
const BARE_INTRODUCTION = /^(?:by|authors?|written by|posted by|published by|words by|von|par|por)\s*:?$/i;
/** What follows a name in a byline and is none of it. */
const AFTER_NAME =
  /\s*(?:\||•|·|\/\/|\s[–—-]\s|\(|\[|\bon\s+(?=\w+ \d|\d)|\b(?:updated|published|posted|last|reviewed|medically|fact[ -]checked|edited|opens in|follow|see all|view all|read more|about the|is an?|has been|contributor$|staff writer|senior|associate|managing)\b|https?:|@\w|\d{1,2}[:/.]\d|\d{4}).*$/isu;
const DATE_WORD =
  /\b(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s+\d/i;
/** Job titles that stand after a comma. */
const JOB =
  /\b(?:editor|writer|reporter|correspondent|director|manager|ceo|cto|cfo|founder|co-founder|president|professor|contributor|journalist|columnist|staff|specialist|expert|analyst|engineer|head of|chief|author|producer|consultant|strategist|officer|lead|intern|fellow|phd|ph\.d|md|m\.d|rd|rdn|cpa|mba|esq|jd|dds|dvm|lmft|mph|ms|rn|cfp)\b/i;
const NOT_A_NAME =
  /^(?:admin(?:istrator)?|author|authors|by|editor|guest|unknown|anonymous|staff|user|users|webmaster|root|contributors?|follow|share|posts?|comments?|home|login|menu|about|more|subscribe|null|undefined|n\/a|none|name|email|website|written by|profile|view profile|member|members|moderator|updated|published|posted)$/i;
const LONGEST_NAME = 80;

/**
 * Takes a byline apart: `By Ann Lee and Bo Ek, staff writers | March 3` gives `Ann Lee` and `Bo Ek`. Nothing
 * is made up: what does not look like a name gives no name.
 */
export function namesOf(byline: string): string[] {
  const line = strip(byline);
  if (line === '' || BARE_INTRODUCTION.test(line)) return [];
  const names: string[] = [];
  for (const part of line.split(/\s*(?:;|&(?!\w+;)|\band\b|\bund\b|\bet\b|\by\b|\be\b(?=\s+\p{Lu}))\s*/u)) {
    for (const piece of part.split(/\s*,\s*/)) {
      const name = piece.replace(AFTER_NAME, '').replace(/^[\s:.,–—-]+|[\s:,–—-]+$/g, '');
      if (name === '') continue;
      // After the first name a piece with a job or a degree describes it, and so does all that follows.
      if (names.length > 0 && JOB.test(piece)) break;
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
    .replace(INTRODUCTION, '')
    .replace(/^(?:the )?by\s+/i, '')
    .trim();
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || NOT_A_NAME.test(name)) return false;
  if (/https?:|www\.|[<>{}|]|\.(?:com|org|net)\b/i.test(name) || DATE_WORD.test(name)) return false;
  return /\p{L}/u.test(name) && name.split(' ').length <= 7 && !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(name);
}
