import { parseFragment } from 'parse5';

/** A node of JSON-LD: an object with any keys. */
export type LdNode = Readonly<Record<string, unknown>>;

/** Kinds of schema.org that are the thing the page is about, the likeliest first. */
const MAIN_TYPES: readonly RegExp[] = [
  /(?:Article|BlogPosting|Report|LiveBlogPosting)$/,
  /(?:DiscussionForumPosting|SocialMediaPosting|Question|Recipe|HowTo|VideoObject|PodcastEpisode|Book|Course|Event)$/,
  /(?:Product|CreativeWork|JobPosting|Review)$/,
  /(?:WebPage|ItemPage|CollectionPage|FAQPage|QAPage|AboutPage|ProfilePage)$/,
];
/** Keys under which something else than the page's own subject is described. */
const BESIDE =
  /^(?:reviews?|comment|comments|itemListElement|hasPart|isPartOf|mentions|citation|relatedLink|isRelatedTo|isSimilarTo|subjectOf|suggestedAnswer|acceptedAnswer|item)$/;
/** Objects below a script's root that are looked at; hostile input may nest or repeat without end. */
const MOST_NODES = 20_000;

/** The structured data of a page: its nodes, references resolved by `@id`, and the one it is about. */
export class StructuredData {
  readonly #byId = new Map<string, LdNode>();
  readonly #nodes: LdNode[] = [];
  /** Nodes that are said about the page's subject, or belong to it: reviews, comments, items of a list. */
  readonly #beside = new Set<LdNode>();

  constructor(sources: readonly string[]) {
    for (const source of sources) this.#collect(parseJson(source));
  }

  /** The node that describes the article, or the page; of several of one kind the first. */
  get main(): LdNode | undefined {
    for (const kind of MAIN_TYPES) {
      const found = this.#nodes.find(
        (node) => typesOf(node).some((type) => kind.test(type)) && !this.#beside.has(node) && describes(node),
      );
      if (found) return found;
    }
    return undefined;
  }

  /** All nodes of a kind. */
  ofType(kind: RegExp): LdNode[] {
    return this.#nodes.filter((node) => typesOf(node).some((type) => kind.test(type)));
  }

  /** What a value points at: `{ "@id": … }` becomes the node with that id. */
  resolve(value: unknown): unknown {
    if (!isNode(value)) return value;
    const id = value['@id'];
    return typeof id === 'string' && Object.keys(value).length <= 2 ? (this.#byId.get(id) ?? value) : value;
  }

  #collect(root: unknown): void {
    const queue: unknown[] = [root];
    for (let i = 0; i < queue.length && this.#nodes.length < MOST_NODES; i++) {
      const value = queue[i];
      if (Array.isArray(value)) {
        for (const item of value) if (queue.length < MOST_NODES) queue.push(item);
      } else if (isNode(value)) {
        this.#nodes.push(value);
        const id = value['@id'];
        if (typeof id === 'string' && Object.keys(value).length > 2) this.#byId.set(id, value);
        for (const [key, child] of Object.entries(value)) {
          if (typeof child !== 'object' || child === null || queue.length >= MOST_NODES) continue;
          queue.push(child);
          if (this.#beside.has(value) || BESIDE.test(key))
            for (const node of Array.isArray(child) ? child : [child]) if (isNode(node)) this.#beside.add(node);
        }
      }
    }
  }
}

/** The first non-empty string under a key; the name, text or URL of an object counts as its string. */
export function stringAt(node: LdNode | undefined, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = node?.[key];
    for (const item of Array.isArray(value) ? value : [value]) {
      const text = isNode(item) ? (item['name'] ?? item['@value'] ?? item['url']) : item;
      if (typeof text === 'string' && text.trim() !== '') return plain(text.slice(0, LONGEST).trim());
    }
  }
  return undefined;
}

/** Longer strings are texts, not metadata. In code units. */
const LONGEST = 5000;

/** Many sites escape the strings of their data as if they were HTML. */
function plain(text: string): string {
  if (!/&(?:#\w{1,8}|[a-z]{2,8});/i.test(text)) return text;
  const [node] = parseFragment(text.replaceAll('<', '&lt;')).childNodes;
  return node?.nodeName === '#text' && 'value' in node ? node.value : text;
}

export function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function typesOf(node: LdNode): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((t): t is string => typeof t === 'string');
}

/** Whether a node says anything besides its kind; a bare reference does not describe. */
function describes(node: LdNode): boolean {
  return ['headline', 'name', 'author', 'datePublished', 'articleBody', 'description'].some((key) => key in node);
}

/** JSON as pages have it: in comments or CDATA, with raw line ends inside strings, with trailing commas. */
function parseJson(source: string): unknown {
  const bare = source
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>|\/\/\s*\]\]>)$/, '')
    .trim()
    .replace(/;$/, '');
  for (const text of [
    bare,
    bare.replace(/[\u0000-\u001F]+/g, ' '),
    bare.replace(/[\u0000-\u001F]+/g, ' ').replace(/,(?= ?[\]}])/g, ''),
  ]) {
    try {
      return JSON.parse(text);
    } catch {
      // Try the next repair.
    }
  }
  return undefined;
}
