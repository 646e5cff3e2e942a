import * as z from 'zod';
import type { Anchor, Article, Author, Block, Diagnostic, Mark, Meta, MetaField, Sentence, Source } from './types.ts';

/** The version that this schema describes; any new field or kind means a new one and an upgrade. */
export const SCHEMA_ID = 'lede.article/1';

const offset = z.int().nonnegative().meta({ id: 'Offset', description: 'A count of UTF-16 code units, or of rows.' });
const span = { start: offset, end: offset };
const nonEmpty = z.string().min(1);
/** A date, or a date-time with its offset from UTC (RFC 3339). */
const dateOrDateTime = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .meta({ id: 'DateOrDateTime', description: 'RFC 3339 full-date or date-time.' });

const block = { ...span, id: nonEmpty, parent: offset.nullable() };

// Each kind has a name of its own, so that the JSON Schema, and types generated from it, read well.
const plainBlock = z
  .strictObject({
    ...block,
    type: z.enum(['paragraph', 'table', 'tableRow', 'figure', 'caption', 'aside', 'thematicBreak']),
  })
  .meta({ id: 'PlainBlock' });
const heading = z
  .strictObject({ ...block, type: z.literal('heading'), depth: z.literal([1, 2, 3, 4, 5, 6]) })
  .meta({ id: 'Heading' });
const blockquote = z
  .strictObject({ ...block, type: z.literal('blockquote'), cite: nonEmpty.exactOptional() })
  .meta({ id: 'Blockquote' });
const list = z
  .strictObject({ ...block, type: z.literal('list'), ordered: z.boolean(), first: z.int().exactOptional() })
  .meta({ id: 'List' });
const listItem = z
  .strictObject({ ...block, type: z.literal('listItem'), checked: z.boolean().exactOptional() })
  .meta({ id: 'ListItem' });
const code = z.strictObject({ ...block, type: z.literal('code'), lang: nonEmpty.exactOptional() }).meta({ id: 'Code' });
const tableCell = z
  .strictObject({
    ...block,
    type: z.literal('tableCell'),
    header: z.boolean(),
    colSpan: z.int().positive(),
    rowSpan: z.int().positive(),
    align: z.enum(['left', 'center', 'right']).exactOptional(),
  })
  .meta({ id: 'TableCell' });
const media = z
  .strictObject({
    ...block,
    type: z.enum(['image', 'embed']),
    url: nonEmpty,
    alt: nonEmpty.exactOptional(),
    title: nonEmpty.exactOptional(),
  })
  .meta({ id: 'Media' });
const footnoteDefinition = z
  .strictObject({ ...block, type: z.literal('footnoteDefinition'), label: nonEmpty })
  .meta({ id: 'FootnoteDefinition' });

export const BlockSchema: z.ZodType<Block> = z
  .discriminatedUnion('type', [
    plainBlock,
    heading,
    blockquote,
    list,
    listItem,
    code,
    tableCell,
    media,
    footnoteDefinition,
  ])
  .meta({ id: 'Block', description: 'One row of the pre-order list of blocks; `parent` is an index into it.' });

const plainMark = z
  .strictObject({
    ...span,
    type: z.enum(['emphasis', 'strong', 'delete', 'inlineCode', 'subscript', 'superscript', 'highlight', 'break']),
  })
  .meta({ id: 'PlainMark' });
const link = z
  .strictObject({ ...span, type: z.literal('link'), url: nonEmpty, title: nonEmpty.exactOptional() })
  .meta({ id: 'Link' });
const inlineImage = z
  .strictObject({ ...span, type: z.literal('image'), url: nonEmpty, alt: nonEmpty.exactOptional() })
  .meta({ id: 'InlineImage' });
const quote = z
  .strictObject({ ...span, type: z.literal('quote'), cite: nonEmpty.exactOptional() })
  .meta({ id: 'Quote' });
const footnoteReference = z
  .strictObject({ ...span, type: z.literal('footnoteReference'), target: nonEmpty })
  .meta({ id: 'FootnoteReference' });

export const MarkSchema: z.ZodType<Mark> = z
  .discriminatedUnion('type', [plainMark, link, inlineImage, quote, footnoteReference])
  .meta({ id: 'Mark', description: 'Inline formatting or an inline atom: a span inside one leaf block.' });

export const SentenceSchema: z.ZodType<Sentence> = z
  .strictObject({ ...span, block: offset })
  .meta({ id: 'Sentence', description: 'One sentence of the block with index `block`.' });

const AuthorSchema: z.ZodType<Author> = z
  .strictObject({ name: nonEmpty, url: nonEmpty.exactOptional() })
  .meta({ id: 'Author' });

const OriginSchema = z
  .enum(['json-ld', 'opengraph', 'meta', 'html', 'frontmatter', 'text', 'caller'])
  .meta({ id: 'Origin', description: 'Where a metadata field was found.' });

const origin = OriginSchema.exactOptional();
/** One entry a field. A record would let a key `__proto__` through. */
const origins: Record<MetaField, typeof origin> = {
  title: origin,
  byline: origin,
  dateline: origin,
  authors: origin,
  published: origin,
  modified: origin,
  language: origin,
  direction: origin,
  site: origin,
  canonicalUrl: origin,
  excerpt: origin,
  image: origin,
  section: origin,
  license: origin,
  tags: origin,
};

export const MetaSchema: z.ZodType<Meta> = z
  .strictObject({
    title: nonEmpty.exactOptional(),
    byline: nonEmpty.exactOptional(),
    dateline: nonEmpty.exactOptional(),
    authors: z.array(AuthorSchema),
    published: dateOrDateTime.exactOptional(),
    modified: dateOrDateTime.exactOptional(),
    language: nonEmpty.exactOptional(),
    direction: z.enum(['ltr', 'rtl']).exactOptional(),
    site: nonEmpty.exactOptional(),
    canonicalUrl: nonEmpty.exactOptional(),
    excerpt: nonEmpty.exactOptional(),
    image: nonEmpty.exactOptional(),
    section: nonEmpty.exactOptional(),
    license: nonEmpty.exactOptional(),
    tags: z.array(nonEmpty),
    origin: z.strictObject(origins),
  })
  .meta({ id: 'Meta' });

const SourceSchema: z.ZodType<Source> = z
  .strictObject({
    mediaType: z.enum(['text/plain', 'text/markdown', 'text/html']),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    url: nonEmpty.exactOptional(),
    parser: nonEmpty,
  })
  .meta({ id: 'Source' });

export const DiagnosticSchema: z.ZodType<Diagnostic> = z
  .strictObject({ code: nonEmpty, message: nonEmpty, block: offset.exactOptional() })
  .meta({ id: 'Diagnostic' });

/** A reverse-DNS name: two labels at least, so that no key can be taken for a field of ours. */
const EXT_KEY = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+$/;

export const ArticleSchema: z.ZodType<Article> = z
  .strictObject({
    schema: z.literal(SCHEMA_ID),
    text: z.string(),
    meta: MetaSchema,
    blocks: z.array(BlockSchema),
    marks: z.array(MarkSchema),
    sentences: z.array(SentenceSchema),
    source: SourceSchema,
    diagnostics: z.array(DiagnosticSchema),
    ext: z.record(z.string().regex(EXT_KEY), z.unknown()).exactOptional(),
  })
  .meta({
    id: 'Article',
    title: 'Lede article',
    description: 'An article: one canonical text and flat rows of spans into it.',
  });

export const AnchorSchema: z.ZodType<Anchor> = z
  .strictObject({
    ...span,
    block: nonEmpty.exactOptional(),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  })
  .meta({ id: 'Anchor', description: 'A place in an article that survives re-parsing.' });
