import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

const PERSON_CLASS =
  /(?:^|[^a-z])(?:by-?line|author|autor|auteur|writer|contributor|posted-?by|poster|post-?user|big-?username|user-?name|reporter|creator)|date-author/i;
/** Parts of a page whose names and dates belong to something else: readers' comments, related stories. */
const ELSEWHERE_CLASS =
  /(?:^|\s)(?:related|recommended|recirc|sidebar|popular|trending|widget|more-from|read-next|comments?(?:-?list|-section|-area)?)(?:[-_\s]|$)/i;
const SUBTITLE_CLASS = /(?:^|[\s_-])(?:sub-?title|sub-?head(?:line|ing)?|dek|standfirst|strapline)(?:$|[\s_-])/i;
/** Generated class lists of this length name no part of a page. */
const LONGEST_NAMES = 400;
/** Different class lists that are remembered; pages that make up one for each element fill no more. */
const MOST_NAMES = 4000;

/** What the attributes of an element say. */
export interface Hints {
  itemprop: string;
  itemtype: string;
  /** What names a person: an attribute of microdata, a relation, or a class, id or test id. */
  person: 'rel' | 'itemprop' | 'class' | undefined;
  elsewhere: boolean;
  isSubtitle: boolean;
}

const NO_HINTS: Hints = { itemprop: '', itemtype: '', person: undefined, elsewhere: false, isSubtitle: false };
const PERSON = 1;
const ELSEWHERE = 2;
const SUBTITLE = 4;

/** Reads the attributes of elements; a page has the same few class lists again and again, so each is judged once. */
export class HintReader {
  readonly #names: Map<string, number> = new Map();

  read({ tagName, attrs }: Element): Hints {
    if (attrs.length === 0) return NO_HINTS;
    let { itemprop, itemtype, person } = NO_HINTS;
    let names = 0;
    for (const { name, value } of attrs) {
      if (name === 'class' || name === 'id' || name === 'data-testid') names |= this.#judge(value);
      else if (name === 'itemtype') itemtype = value.slice(value.lastIndexOf('/') + 1);
      else if (name === 'itemprop') {
        itemprop = value;
        if (value === 'author' || value === 'creator') person = 'itemprop';
      } else if (name === 'rel' && person !== 'itemprop' && /(?:^|\s)author(?:\s|$)/i.test(value)) person = 'rel';
    }
    if (names === 0 && itemprop === '' && itemtype === '' && person === undefined) return NO_HINTS;
    if ((names & PERSON) !== 0) person ??= 'class';
    // A name of the whole page says nothing about its parts.
    const elsewhere = (names & ELSEWHERE) !== 0 && tagName !== 'body' && tagName !== 'html';
    return { itemprop, itemtype, person, elsewhere, isSubtitle: (names & SUBTITLE) !== 0 };
  }

  #judge(value: string): number {
    if (value.length > LONGEST_NAMES) return 0;
    let names = this.#names.get(value);
    if (names !== undefined) return names;
    names = PERSON_CLASS.test(value) ? PERSON : 0;
    if (ELSEWHERE_CLASS.test(value)) names |= ELSEWHERE;
    if (SUBTITLE_CLASS.test(value)) names |= SUBTITLE;
    if (this.#names.size < MOST_NAMES) this.#names.set(value, names);
    return names;
  }
}
