import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A short piece of visible text; `at` counts visible text nodes from the start of the page. */
export interface TextPiece {
  text: string;
  at: number;
  /** Whether it stands in navigation, comments, related stories: what it says is about something else. */
  elsewhere: boolean;
}

/** A text node. Most are never looked at, so white space is squeezed only when somebody asks for the text. */
export class TextNodePiece implements TextPiece {
  readonly raw: string;
  readonly at: number;
  readonly elsewhere: boolean;

  constructor(raw: string, at: number, elsewhere: boolean) {
    this.raw = raw;
    this.at = at;
    this.elsewhere = elsewhere;
  }

  get text(): string {
    return squeeze(this.raw);
  }
}

/** An element that seems to name a person, by its class, `rel`, `itemprop`, or where it links to. */
export interface PersonPiece extends TextPiece {
  via: 'rel' | 'itemprop' | 'class' | 'link';
  url?: string;
}

/** A `<time>`, or an element with `itemprop=datePublished` and the like. */
export interface TimePiece extends TextPiece {
  /** The `datetime` or `content` attribute; empty where there is none. */
  value: string;
  itemprop: string;
}

export interface HeadingPiece extends TextPiece {
  level: number;
}

/** What a page says of itself, gathered in one pass over its tree; nothing of it is judged yet. */
export interface PageFacts {
  title: string;
  language: string;
  direction: string;
  /** `<meta>` by lower-case name, property or itemprop: the contents in order. */
  metas: Map<string, string[]>;
  /** `<link>` by lower-case rel: the addresses in order. */
  links: Map<string, string[]>;
  /** The kinds of schema.org that microdata names: `Article`, `Product` … */
  types: Set<string>;
  /** The sources of `<script type="application/ld+json">`. */
  jsonLd: string[];
  headings: HeadingPiece[];
  people: PersonPiece[];
  times: TimePiece[];
  /** Every visible text node that is not long. */
  texts: TextNodePiece[];
}

const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'select',
  'textarea',
  'iframe',
]);
const PERSON_CLASS =
  /(?:^|[^a-z])(?:by-?line|author|autor|auteur|writer|contributor|posted-?by|poster|post-?user|big-?username|user-?name|reporter|creator)|date-author/i;
const PERSON_PATH =
  /\/(?:authors?|autor|auteur|people|person|profiles?|users?|members?|staff|contributors?|writers?|team)\/[^/]/i;
/** Parts of a page whose names and dates belong to something else: readers' comments, related stories. */
const ELSEWHERE_CLASS =
  /(?:^|\s)(?:related|recommended|recirc|sidebar|popular|trending|widget|more-from|read-next|comments?(?:-?list|-section|-area)?)(?:[-_\s]|$)/i;
/** The sign that documentation puts behind a heading as the link to it. */
const PERMALINK = /(?:[¶\u{1F517}]|\s#)$/u;
const MOST_PROPERTIES = 8;
const MOST_TYPES = 100;
/** The spellings of one vocabulary's prefix. */
const DUBLIN_CORE = /^dc(?:terms?)?[.:]/i;
const NEEDS_SQUEEZE = /[\t\n\f\r\u00A0]|\s\s/;
const SHOWS = /\S/;
/** Longer text nodes are the article's own; names and dates stand in short ones. */
const LONGEST_TEXT = 800;
/** A person's name, with titles and an "and", is not longer. */
const LONGEST_PERSON = 160;

/** Elements of a person's microdata that are looked at for the name. */
const MOST_IN_PERSON = 60;

/** Gathers the facts by one loop over the tree, in document order. */
export function gatherFacts(document: Node): PageFacts {
  const facts: PageFacts = {
    title: '',
    language: '',
    direction: '',
    metas: new Map(),
    links: new Map(),
    types: new Set(),
    jsonLd: [],
    headings: [],
    people: [],
    times: [],
    texts: [],
  };
  let at = 0;
  // Two stacks side by side: nodes to visit, and whether an ancestor makes them "elsewhere".
  const nodes: Node[] = [document];
  const flags: boolean[] = [false];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    let elsewhere = flags.pop() === true;
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode; // by its name
      if (value.length > LONGEST_TEXT) at++;
      else if (SHOWS.test(value)) facts.texts.push(new TextNodePiece(value, ++at, elsewhere));
      continue;
    }
    if (!('childNodes' in node)) continue;
    if ('tagName' in node) {
      const { tagName } = node;
      if (tagName === 'script') {
        if (attribute(node, 'type').toLowerCase().includes('ld+json')) facts.jsonLd.push(textOf(node, Infinity));
        continue;
      }
      if (tagName === 'meta') noteMeta(facts, node);
      else if (tagName === 'link') note(facts.links, attribute(node, 'rel'), attribute(node, 'href'));
      else if (tagName === 'html') {
        facts.language = attribute(node, 'lang') || attribute(node, 'xml:lang');
        facts.direction = attribute(node, 'dir');
      } else if (tagName === 'title') {
        facts.title ||= textOf(node, 1000);
        continue;
      }
      if (tagName === 'noscript') pushNoscript(node, nodes, flags, elsewhere);
      if (SKIPPED.has(tagName)) continue;
      const hints = hintsOf(node);
      elsewhere ||= hints.elsewhere || tagName === 'nav' || tagName === 'footer';
      noteElement(facts, node, hints, at, elsewhere);
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i];
      if (!child) continue;
      nodes.push(child);
      flags.push(elsewhere);
    }
  }
  return facts;
}

/** Some forums keep their threads, with all that is said of them, in a `noscript`. */
function pushNoscript(node: Element, nodes: Node[], flags: boolean[], elsewhere: boolean): void {
  const [source] = node.childNodes;
  if (!source || !('value' in source) || !source.value.includes('itemprop=')) return;
  nodes.push(parseFragment(source.value));
  flags.push(elsewhere);
}

function noteMeta(facts: PageFacts, node: Element): void {
  const content = attribute(node, 'content');
  for (const key of ['property', 'name', 'itemprop']) {
    // Several properties may stand in one attribute (RDFa).
    for (const name of attribute(node, key).split(/\s+/, MOST_PROPERTIES))
      note(facts.metas, name.replace(DUBLIN_CORE, 'dc.'), content);
  }
  if (attribute(node, 'http-equiv').toLowerCase() === 'content-language')
    note(facts.metas, 'content-language', content);
}

/** What the attributes of an element say, read in one go. */
interface Hints {
  itemprop: string;
  itemtype: string;
  /** What names a person: an attribute of microdata, a relation, or a class, id or test id. */
  person: 'rel' | 'itemprop' | 'class' | undefined;
  elsewhere: boolean;
}

const NO_HINTS: Hints = { itemprop: '', itemtype: '', person: undefined, elsewhere: false };
/** Generated class lists of this length name no part of a page. */
const LONGEST_NAMES = 400;

function hintsOf({ tagName, attrs }: Element): Hints {
  if (attrs.length === 0) return NO_HINTS;
  const hints: Hints = { ...NO_HINTS };
  for (const { name, value } of attrs) {
    if (name === 'class' || name === 'id' || name === 'data-testid') {
      if (value.length > LONGEST_NAMES) continue;
      const isPerson = hints.person === undefined && PERSON_CLASS.test(value);
      // A name of the whole page says nothing about its parts.
      const elsewhere = tagName !== 'body' && tagName !== 'html' && ELSEWHERE_CLASS.test(value);
      if (isPerson) hints.person = 'class';
      if (elsewhere) hints.elsewhere = true;
    } else if (name === 'itemtype') {
      hints.itemtype = value.slice(value.lastIndexOf('/') + 1);
    } else if (name === 'itemprop') {
      hints.itemprop = value;
      if (value === 'author' || value === 'creator') hints.person = 'itemprop';
    } else if (name === 'rel' && hints.person !== 'itemprop' && /(?:^|\s)author(?:\s|$)/i.test(value)) {
      hints.person = 'rel';
    }
  }
  return hints;
}

function noteElement(facts: PageFacts, node: Element, hints: Hints, at: number, elsewhere: boolean): void {
  const { tagName } = node;
  if (tagName === 'h1' || tagName === 'h2') {
    const text = textOf(node, 1000).replace(PERMALINK, '');
    if (text !== '') facts.headings.push({ text, at, elsewhere, level: tagName === 'h1' ? 1 : 2 });
  }
  const { itemprop, itemtype } = hints;
  if (itemtype !== '' && facts.types.size < MOST_TYPES) facts.types.add(itemtype);
  if (tagName === 'time' || (itemprop !== '' && /^date(?:published|modified|created)$/i.test(itemprop))) {
    const value = attribute(node, 'datetime') || attribute(node, 'content');
    facts.times.push({ text: textOf(node, 100), value, itemprop: itemprop.toLowerCase(), at, elsewhere });
  }
  const url = tagName === 'a' ? attribute(node, 'href') : '';
  const via = hints.person ?? (url !== '' && url.length < 300 && PERSON_PATH.test(url) ? 'link' : undefined);
  if (via === undefined) return;
  const text = hints.person === 'itemprop' ? nameIn(node) : textOf(node, LONGEST_PERSON + 1);
  if (text === '' || text.length > LONGEST_PERSON) return;
  facts.people.push(url === '' ? { text, at, elsewhere, via } : { text, at, elsewhere, via, url });
}

/** The name in an element of microdata that describes a person: what it marks as the name, else all of its text. */
function nameIn(person: Element): string {
  const stack: Node[] = [person];
  for (let node = stack.pop(), seen = 0; node && seen < MOST_IN_PERSON; node = stack.pop(), seen++) {
    if (!('tagName' in node)) continue;
    if (node !== person && /(?:^|\s)name(?:\s|$)/.test(attribute(node, 'itemprop')))
      return attribute(node, 'content') || textOf(node, LONGEST_PERSON + 1);
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i];
      if (child) stack.push(child);
    }
  }
  return attribute(person, 'content') || textOf(person, LONGEST_PERSON + 1);
}

function note(map: Map<string, string[]>, key: string, value: string): void {
  if (key === '' || value.trim() === '') return;
  const name = key.toLowerCase();
  const values = map.get(name);
  if (values) values.push(value.trim());
  else map.set(name, [value.trim()]);
}

export function attribute(node: Element, name: string): string {
  for (const { name: key, value } of node.attrs) if (key === name) return value;
  return '';
}

/** The text below a node, white space squeezed, at most about `limit` characters and elements. */
function textOf(root: Node, limit: number): string {
  const parts: string[] = [];
  let length = 0;
  const stack: Node[] = [root];
  for (let node = stack.pop(); node && length <= limit; node = stack.pop()) {
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode; // by its name
      parts.push(value);
      length += value.length;
    } else if ('childNodes' in node && (node === root || !SKIPPED.has(node.nodeName))) {
      // Elements count too: headings nested a thousand deep must not each be read to the end.
      length++;
      // A block's words do not touch its neighbour's.
      if (node !== root && node.nodeName !== 'a' && node.nodeName !== 'span') parts.push(' ');
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i];
        if (child) stack.push(child);
      }
    }
  }
  return limit === Infinity ? parts.join('') : squeeze(parts.join(''));
}

function squeeze(text: string): string {
  const trimmed = text.trim();
  return NEEDS_SQUEEZE.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}
