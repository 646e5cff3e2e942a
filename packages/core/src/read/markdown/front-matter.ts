import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, type ParsedNode } from 'yaml';
import { rfc3339 } from '../../article/known-meta.ts';
import type { MetaDraft } from '../../article/meta.ts';
import type { Author, MetaField } from '../../article/types.ts';
import { resolveUrl } from '../../article/url.ts';
import { findDate } from '../date.ts';
import type { Urls } from '../urls.ts';

/** Longer is data, not metadata; it bounds what hostile YAML costs. In code units. */
const MAX_LENGTH = 64 * 1024;
/** Of a list (authors, tags) no more is read. */
const MAX_ITEMS = 256;
/** BCP 47 in outline: a language, then subtags. */
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;

/**
 * The keys by which front matter names each field, the usual first. Letter case, `-`, `_` and spaces do
 * not count.
 */
const KEYS: Readonly<Record<MetaField, readonly string[]>> = {
  title: ['title'],
  byline: ['byline'],
  dateline: ['dateline'],
  authors: ['authors', 'author'],
  published: ['date', 'published', 'datepublished', 'publishdate', 'pubdate', 'publishedat', 'created'],
  modified: ['updated', 'modified', 'lastmod', 'lastmodified', 'datemodified', 'lastupdated', 'updatedat'],
  language: ['lang', 'language', 'locale'],
  direction: ['dir', 'direction'],
  site: ['site', 'sitename', 'publication', 'publisher'],
  canonicalUrl: ['canonical', 'canonicalurl', 'url', 'source'],
  excerpt: ['description', 'excerpt', 'summary', 'subtitle'],
  image: ['image', 'cover', 'coverimage', 'thumbnail', 'featuredimage', 'heroimage'],
  section: ['section', 'category', 'categories'],
  license: ['license', 'licence', 'rights'],
  tags: ['tags', 'tag', 'keywords'],
};

/** What front matter says besides metadata: whether it has a `title` at all, be it an empty one. */
export interface FrontMatter {
  hasTitle: boolean;
}

/**
 * Reads YAML front matter into the metadata; keys that are not known are passed over. `undefined` where it
 * is no YAML mapping. Aliases are followed one at a time, so nothing can be multiplied by them.
 */
export function readFrontMatter(yaml: string, meta: MetaDraft, urls: Urls): FrontMatter | undefined {
  const root = parseMapping(yaml);
  if (!root) return undefined;
  const { values, document } = root;
  const reader = new FieldReader(document, urls);
  for (const field of Object.keys(KEYS) as MetaField[]) {
    for (const key of KEYS[field]) {
      const node = values.get(key);
      // `read` gives what the field holds; the loop over all fields hides that from the compiler.
      if (node && meta.set(field, reader.read(field, node) as never, 'frontmatter')) break;
    }
  }
  return { hasTitle: values.has('title') };
}

interface Mapping {
  document: Document.Parsed;
  /** By key, normalised. */
  values: ReadonlyMap<string, ParsedNode>;
}

function parseMapping(yaml: string): Mapping | undefined {
  if (yaml.length > MAX_LENGTH) return undefined;
  let document: Document.Parsed;
  try {
    // Looking for repeated keys takes quadratic time; the first one counts.
    document = parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  } catch {
    return undefined; // nested too deep for the parser
  }
  if (document.errors.length > 0) return undefined;
  const values = new Map<string, ParsedNode>();
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return { document, values };
  if (!isMap(contents)) return undefined;
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string' || value === null) continue;
    const name = key.value.toLowerCase().replace(/[-_ ]/g, '');
    if (!values.has(name)) values.set(name, value);
  }
  return { document, values };
}

/** Reads the value of one field in whichever of the usual forms it has. */
class FieldReader {
  readonly #document: Document.Parsed;
  readonly #urls: Urls;

  constructor(document: Document.Parsed, urls: Urls) {
    this.#document = document;
    this.#urls = urls;
  }

  /** The value as an article holds it; `undefined` where it is none that the field can have. */
  read(field: MetaField, node: ParsedNode): unknown {
    switch (field) {
      case 'authors':
        return this.#list(node).flatMap((item) => this.#author(item) ?? []);
      case 'tags':
        return this.#tags(node);
      case 'published':
      case 'modified': {
        const text = this.#text(node);
        return text && (rfc3339(text) ?? findDate(text));
      }
      case 'language': {
        const tag = this.#text(node)?.replaceAll('_', '-');
        return tag && LANGUAGE.test(tag) ? tag : undefined;
      }
      case 'direction': {
        const direction = this.#text(node);
        return direction === 'ltr' || direction === 'rtl' ? direction : undefined;
      }
      case 'canonicalUrl': {
        // A path of the site (`url: /about/`) is common, and no loss.
        const url = resolveUrl(this.#text(node) ?? '', this.#urls.base);
        return url?.startsWith('#') ? undefined : url;
      }
      case 'image': {
        const image = this.#text(node) ?? this.#entry(node, 'url') ?? this.#entry(node, 'src');
        return image && this.#urls.image(image);
      }
      default:
        return this.#text(this.#list(node)[0]);
    }
  }

  #author(node: ParsedNode): Author | undefined {
    const name = this.#text(node) ?? this.#entry(node, 'name');
    if (!name) return undefined;
    const url = resolveUrl(this.#entry(node, 'url') ?? '', this.#urls.base);
    return url === undefined ? { name } : { name, url };
  }

  /** Tags as a list, or as one text with commas. */
  #tags(node: ParsedNode): string[] {
    const single = this.#text(node);
    const tags = single === undefined ? this.#list(node).map((item) => this.#text(item)) : single.split(',');
    return tags.map((tag) => tag?.trim()).filter((tag) => tag !== undefined && tag !== '') as string[]; // just filtered
  }

  #list(node: ParsedNode): ParsedNode[] {
    const target = this.#resolve(node);
    if (!isSeq(target)) return target ? [target] : [];
    return target.items.slice(0, MAX_ITEMS); // of a parsed document
  }

  #entry(node: ParsedNode, key: string): string | undefined {
    const target = this.#resolve(node);
    if (!isMap(target)) return undefined;
    const pair = target.items.find((item) => isScalar(item.key) && item.key.value === key);
    return this.#text(pair?.value as ParsedNode | undefined); // of a parsed document
  }

  /** The text of a scalar as it is written: `1.0` stays that. */
  #text(node: ParsedNode | undefined): string | undefined {
    const target = node && this.#resolve(node);
    if (!isScalar(target) || target.value === null) return undefined;
    const text = typeof target.value === 'string' ? target.value : (target.source ?? '');
    return text.trim() === '' ? undefined : text.toWellFormed().replaceAll('\0', '');
  }

  #resolve(node: ParsedNode): ParsedNode | undefined {
    return isAlias(node) ? (node.resolve(this.#document) as ParsedNode | undefined) : node; // of this document
  }
}
