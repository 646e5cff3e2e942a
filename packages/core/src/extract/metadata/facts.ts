import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { type Hints, HintReader } from './element-hints.ts';
import { attribute, nameIn, SKIPPED, squeeze, textOf } from './element-text.ts';
import { type LicenseLink, licenseLink } from './license-link.ts';

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
  /** The address in `<base>`; empty where there is none. */
  base: string;
  language: string;
  direction: string;
  /** `<meta>` by lower-case name, property or itemprop: the contents in order. */
  metas: Map<string, string[]>;
  /** `<link>` by lower-case rel: the addresses in order. */
  links: Map<string, string[]>;
  /** The kinds of schema.org that microdata names: `Article`, `Product` … */
  types: Set<string>;
  /** Links to licences, but those that stand in figures. */
  licenses: LicenseLink[];
  /** The sources of `<script type="application/ld+json">`. */
  jsonLd: string[];
  headings: HeadingPiece[];
  /** Elements whose class says that they hold a subtitle. */
  subtitles: TextPiece[];
  people: PersonPiece[];
  times: TimePiece[];
  /** Every visible text node that is not long. */
  texts: TextNodePiece[];
}

const PERSON_PATH =
  /\/(?:authors?|autor|auteur|people|person|profiles?|users?|members?|staff|contributors?|writers?|team)\/[^/]/i;
/** The sign that documentation puts behind a heading as the link to it. */
const PERMALINK = /(?:[¶\u{1F517}]|\s#)$/u;
/** Longer contents of `<meta>` elements are no metadata. In code units. */
const LONGEST_CONTENT = 5000;
const MOST_PROPERTIES = 8;
const MOST_LICENSES = 20;
const MOST_TYPES = 100;
/** The spellings of one vocabulary's prefix. */
const DUBLIN_CORE = /^dc(?:terms?)?[.:]/i;
const LONGEST_SUBTITLE = 400;
const SHOWS = /\S/;
/** Longer text nodes are the article's own; names and dates stand in short ones. */
const LONGEST_TEXT = 800;
/** A person's name, with titles and an "and", is not longer. */
const LONGEST_PERSON = 160;

/** What ancestors make of a node: a part of something else than the article; of a figure, whose licence is its own. */
const ELSEWHERE = 1;
const FIGURE = 2;

/** Gathers the facts by one loop over the tree, in document order. */
export function gatherFacts(document: Node): PageFacts {
  const facts: PageFacts = {
    title: '',
    base: '',
    language: '',
    direction: '',
    metas: new Map(),
    links: new Map(),
    types: new Set(),
    licenses: [],
    jsonLd: [],
    headings: [],
    subtitles: [],
    people: [],
    times: [],
    texts: [],
  };
  const reader = new HintReader();
  let at = 0;
  // Two stacks side by side: nodes to visit, and what their ancestors make of them.
  const nodes: Node[] = [document];
  const flags: number[] = [0];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    let around = flags.pop() ?? 0;
    const elsewhere = (around & ELSEWHERE) !== 0;
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
      else if (tagName === 'link') {
        note(facts.links, attribute(node, 'rel'), attribute(node, 'href'));
        noteLicense(facts, node);
      } else if (tagName === 'html') {
        facts.language = attribute(node, 'lang') || attribute(node, 'xml:lang');
        facts.direction = attribute(node, 'dir');
      } else if (tagName === 'base') facts.base ||= attribute(node, 'href');
      else if (tagName === 'body') facts.direction ||= attribute(node, 'dir');
      else if (tagName === 'title') {
        facts.title ||= textOf(node, 1000);
        continue;
      }
      if (tagName === 'noscript') pushNoscript(node, nodes, flags, around);
      if (SKIPPED.has(tagName)) continue;
      const hints = reader.read(node);
      if (hints.elsewhere || tagName === 'nav' || tagName === 'footer') around |= ELSEWHERE;
      else if (tagName === 'figure') around |= FIGURE;
      noteElement(facts, node, hints, at, (around & ELSEWHERE) !== 0);
      if (tagName === 'a' && (around & FIGURE) === 0) noteLicense(facts, node);
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i];
      if (!child) continue;
      nodes.push(child);
      flags.push(around);
    }
  }
  return facts;
}

function noteLicense(facts: PageFacts, node: Element): void {
  const link = facts.licenses.length < MOST_LICENSES ? licenseLink(node) : undefined;
  if (link) facts.licenses.push(link);
}

/** Some forums keep their threads, with all that is said of them, in a `noscript`. */
function pushNoscript(node: Element, nodes: Node[], flags: number[], around: number): void {
  const [source] = node.childNodes;
  if (!source || !('value' in source) || !source.value.includes('itemprop=')) return;
  nodes.push(parseFragment(source.value));
  flags.push(around);
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

function noteElement(facts: PageFacts, node: Element, hints: Hints, at: number, elsewhere: boolean): void {
  const { tagName } = node;
  if (tagName === 'h1' || tagName === 'h2') {
    const text = textOf(node, 1000).replace(PERMALINK, '');
    if (text !== '') facts.headings.push({ text, at, elsewhere, level: tagName === 'h1' ? 1 : 2 });
  }
  const { itemprop, itemtype, isSubtitle } = hints;
  if (isSubtitle) {
    const text = textOf(node, LONGEST_SUBTITLE + 1);
    if (text !== '' && text.length <= LONGEST_SUBTITLE) facts.subtitles.push({ text, at, elsewhere });
  }
  if (itemtype !== '' && facts.types.size < MOST_TYPES) facts.types.add(itemtype);
  if (tagName === 'time' || (itemprop !== '' && /^date(?:published|modified|created)$/i.test(itemprop))) {
    const value = attribute(node, 'datetime') || attribute(node, 'content');
    facts.times.push({ text: textOf(node, 100), value, itemprop: itemprop.toLowerCase(), at, elsewhere });
  }
  const url = tagName === 'a' ? attribute(node, 'href') : '';
  const via = hints.person ?? (url !== '' && url.length < 300 && PERSON_PATH.test(url) ? 'link' : undefined);
  if (via === undefined) return;
  const text = hints.person === 'itemprop' ? nameIn(node, LONGEST_PERSON + 1) : textOf(node, LONGEST_PERSON + 1);
  if (text === '' || text.length > LONGEST_PERSON) return;
  facts.people.push(url === '' ? { text, at, elsewhere, via } : { text, at, elsewhere, via, url });
}

function note(map: Map<string, string[]>, key: string, content: string): void {
  const value = squeeze(content.length > LONGEST_CONTENT ? content.slice(0, LONGEST_CONTENT) : content);
  if (key === '' || value === '') return;
  const name = key.toLowerCase();
  const values = map.get(name);
  if (values) values.push(value);
  else map.set(name, [value]);
}
