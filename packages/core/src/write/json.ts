import type { Article, Author, Block, Diagnostic, Mark, Meta, Sentence, Source } from '../article/types.ts';
import { sortedJson } from './json/sorted.ts';

export interface JsonOptions {
  /** Spaces that each level is indented by. Default 0: one line. */
  indent?: number;
}

/**
 * Writes an article as canonical JSON: keys in the order of the types, those of `origin` and `ext` sorted,
 * so that the same article always gives the same bytes.
 *
 * @example
 * writeJson(article); // '{"schema":"lede.article/1","text":"It was late.", …}'
 */
export function writeJson(article: Article, options: JsonOptions = {}): string {
  const indent = ' '.repeat(Math.max(0, Math.trunc(options.indent ?? 0)));
  const { schema, text, meta, blocks, marks, sentences, source, diagnostics, ext } = article;
  const json = JSON.stringify(
    {
      schema,
      text,
      meta: metaMembers(meta),
      blocks: blocks.map((block) => ordered(block, BLOCK)),
      marks: marks.map((mark) => ordered(mark, MARK)),
      sentences: sentences.map((sentence) => ordered(sentence, SENTENCE)),
      source: ordered(source, SOURCE),
      diagnostics: diagnostics.map((diagnostic) => ordered(diagnostic, DIAGNOSTIC)),
    },
    null,
    indent,
  );
  if (ext === undefined) return json;
  // Nobody bounds the depth of what stands there.
  const member = `"ext":${indent === '' ? '' : ' '}${sortedJson(ext, indent, 1)}`;
  return indent === '' ? `${json.slice(0, -1)},${member}}` : `${json.slice(0, -2)},\n${indent}${member}\n}`;
}

type KeysOf<T> = T extends unknown ? keyof T : never;

const META: readonly (keyof Meta)[] = [
  'title',
  'byline',
  'dateline',
  'authors',
  'published',
  'modified',
  'language',
  'direction',
  'site',
  'canonicalUrl',
  'excerpt',
  'image',
  'section',
  'license',
  'tags',
];
const AUTHOR: readonly (keyof Author)[] = ['name', 'url'];
const BLOCK: readonly KeysOf<Block>[] = [
  'id',
  'type',
  'parent',
  'start',
  'end',
  'depth',
  'cite',
  'ordered',
  'first',
  'checked',
  'lang',
  'header',
  'colSpan',
  'rowSpan',
  'align',
  'url',
  'alt',
  'title',
  'label',
];
const MARK: readonly KeysOf<Mark>[] = ['type', 'start', 'end', 'url', 'alt', 'title', 'cite', 'target'];
const SENTENCE: readonly (keyof Sentence)[] = ['start', 'end', 'block'];
const SOURCE: readonly (keyof Source)[] = ['mediaType', 'sha256', 'url', 'parser'];
const DIAGNOSTIC: readonly (keyof Diagnostic)[] = ['code', 'message', 'block'];

/** The same members in the order of `keys`; a union's own keys differ from member to member. */
function ordered<T extends object>(value: T, keys: readonly KeysOf<T>[]): Record<string, unknown> {
  const members = value as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const key of keys) {
    const member = members[key as string];
    if (member !== undefined) result[key as string] = member;
  }
  return result;
}

function metaMembers(meta: Meta): Record<string, unknown> {
  const members = ordered(meta, META);
  members['authors'] = meta.authors.map((author) => ordered(author, AUTHOR));
  members['origin'] = sorted(meta.origin);
  return members;
}

function sorted(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
