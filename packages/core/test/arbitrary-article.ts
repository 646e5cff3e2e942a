import fc from 'fast-check';
import { ArticleBuilder } from '../src/article/builder.ts';
import { finishDraft } from '../src/article/finish-draft.ts';
import { MetaDraft } from '../src/article/meta.ts';
import type { Article, BlockContent, MarkContent, Meta, MetaField } from '../src/article/types.ts';

/** One call that a reader may make on the builder, as data: so a failing list of them can be printed and shrunk. */
export type ArticleEvent =
  | { do: 'open'; block: BlockContent }
  | { do: 'close' }
  | { do: 'void'; block: BlockContent }
  | { do: 'text'; text: string }
  | { do: 'lineBreak' }
  | { do: 'atom'; mark: MarkContent & { type: 'image' | 'footnoteReference' } }
  | { do: 'openMark'; mark: MarkContent }
  | { do: 'closeMark' };

/** The pieces of text that offsets, normalisation and white space go wrong at. */
const AWKWARD = [
  ['\u0301', '\u0323', '\u0344', '\u3099', '\u0958', '\u212B', '\uFB01', '\u0130', '\u1E9E'],
  ['\u1100', '\u1161', '\u11A8', '\uAC00', '\u{16D63}', '\u{16D67}', '\u{1D15E}', '\u0F73'],
  ['\uD83D', '\uDE00', '\u{1F600}', '\u{1F469}\u200D\u{1F680}', '\u{1F1E9}\u{1F1EA}'],
  ['\0', '\uFFFC', '\uFFFD', '\uFEFF', '\u00AD', '\u200B', '\u200F'],
  [' ', '  ', '\t', '\n', '\n\n', '\r', '\r\n', '\v', '\u0085', '\u2028', '\u2029', '\u00A0', '\u3000'],
  ['. ', '! ', '\u3002', '\u2026', '\u201C', '\u201D', '\u2019', 'Mr. ', '3.14'],
].flat();
const WORDS = ['a', 'e', 'the', 'river', 'Stra\u00DFe', 'caf\u00E9', '\u4E2D\u6587', '\u05E9\u05DC\u05D5\u05DD', 'I'];

/** What means something in Markdown or HTML, and is only text here. */
const SYNTAX = [
  ['*', '**', '_', '__', '`', '``', '~', '~~', '[', ']', '](', '![', '[^1]', '[ ] ', '\\', '&amp;', '&', '<', '>'],
  ['# ', '#', '- ', '+ ', '-', '---', '===', '1. ', '2) ', '> ', '|', '| - |', '```', '~~~', ':', ': ', '=', '!'],
  ['<b>', '</b>', '<!--', '-->', '<br>', '<https://a.example>', '<title>', 'www.a.example', 'https://a.example/'],
  ['HTTP://a.example', 'a@b.example', 'mailto:a@b.example', '[a]: b', '(a)', '"', "'", '=\n', '\n- ', '\n# ', '\n\n> '],
].flat();

/** Text as hostile input holds it: words, white space, marks that combine, halves of pairs. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
      { weight: 3, arbitrary: fc.constantFrom(...SYNTAX) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const pageUrl = fc.constantFrom(
  'https://example.org/',
  'http://example.org/a?b=c#d',
  'mailto:ann@example.org',
  '#note',
);
const imageUrl = fc.constantFrom('https://example.org/p.png', 'data:image/gif;base64,R0lGODdhAQABAAAAACw=');
const label = fc.constantFrom('1', 'note', '\u00E9');
/** A record in which each of the `optional` fields may be left out, as absent ones are. */
function shape<T>(type: string, required: object, optional: object = {}): fc.Arbitrary<T> {
  const model = { type: fc.constant(type), ...required, ...optional };
  // The caller names the type that the model draws; fast-check cannot infer a union from its parts.
  return fc.record(model, { requiredKeys: ['type', ...Object.keys(required)] as never[] }) as fc.Arbitrary<T>;
}

const voidBlock: fc.Arbitrary<BlockContent> = fc.oneof(
  shape<BlockContent>('thematicBreak', {}),
  shape<BlockContent>('image', { url: imageUrl }, { alt: label, title: label }),
  shape<BlockContent>('embed', { url: pageUrl }, { title: label }),
);
const leafBlock: fc.Arbitrary<BlockContent> = fc.oneof(
  shape<BlockContent>('paragraph', {}),
  shape<BlockContent>('heading', { depth: fc.constantFrom(1, 2, 3, 4, 5, 6) }),
  shape<BlockContent>('code', {}, { lang: fc.constantFrom('js', 'c++') }),
);
const containerBlock: fc.Arbitrary<BlockContent> = fc.oneof(
  ...['table', 'tableRow', 'figure', 'caption', 'aside'].map((type) => shape<BlockContent>(type, {})),
  shape<BlockContent>('blockquote', {}, { cite: pageUrl }),
  shape<BlockContent>('list', { ordered: fc.boolean() }, { first: fc.integer() }),
  shape<BlockContent>('listItem', {}, { checked: fc.boolean() }),
  shape<BlockContent>(
    'tableCell',
    { header: fc.boolean(), colSpan: fc.integer({ min: 1, max: 3 }), rowSpan: fc.integer({ min: 1, max: 3 }) },
    { align: fc.constantFrom('left', 'center', 'right') },
  ),
  shape<BlockContent>('footnoteDefinition', { label }),
);
const plainMark: fc.Arbitrary<MarkContent> = fc.oneof(
  ...['emphasis', 'strong', 'delete', 'inlineCode', 'subscript', 'superscript', 'highlight'].map((type) =>
    shape<MarkContent>(type, {}),
  ),
  shape<MarkContent>('link', { url: pageUrl }, { title: label }),
  shape<MarkContent>('quote', {}, { cite: pageUrl }),
);
const atomMark: fc.Arbitrary<MarkContent & { type: 'image' | 'footnoteReference' }> = fc.oneof(
  shape<MarkContent & { type: 'image' }>('image', { url: imageUrl }, { alt: label }),
  shape<MarkContent & { type: 'footnoteReference' }>('footnoteReference', { target: label }),
);

const event: fc.Arbitrary<ArticleEvent> = fc.oneof(
  { weight: 8, arbitrary: arbitraryText.map((text): ArticleEvent => ({ do: 'text', text })) },
  { weight: 4, arbitrary: leafBlock.map((block): ArticleEvent => ({ do: 'open', block })) },
  { weight: 4, arbitrary: containerBlock.map((block): ArticleEvent => ({ do: 'open', block })) },
  { weight: 6, arbitrary: fc.constant<ArticleEvent>({ do: 'close' }) },
  { weight: 3, arbitrary: plainMark.map((mark): ArticleEvent => ({ do: 'openMark', mark })) },
  { weight: 3, arbitrary: fc.constant<ArticleEvent>({ do: 'closeMark' }) },
  { weight: 2, arbitrary: fc.constant<ArticleEvent>({ do: 'lineBreak' }) },
  { weight: 1, arbitrary: voidBlock.map((block): ArticleEvent => ({ do: 'void', block })) },
  { weight: 1, arbitrary: atomMark.map((mark): ArticleEvent => ({ do: 'atom', mark })) },
);

/** Any order of calls, balanced or not: the builder promises an article for every one. */
export const arbitraryEvents: fc.Arbitrary<ArticleEvent[]> = fc.array(event, { maxLength: 60, size: 'max' });

/** An article as `parse` may give one: all kinds of blocks and marks, awkward text. */
export const arbitraryArticle: fc.Arbitrary<Article> = arbitraryEvents.map((events) => buildArticle(events));

/** Metadata as readers set it: trimmed, in NFC, dates of RFC 3339. */
export const arbitraryMeta: fc.Arbitrary<Meta> = fc
  .record({
    fields: fc.record(
      {
        title: arbitraryText,
        byline: arbitraryText,
        dateline: arbitraryText,
        excerpt: arbitraryText,
        site: arbitraryText,
        section: fc.constantFrom('World', '2024', 'true', 'null', '~', 'a: b', '- a', '#', '@a', '1.0', '"a"', "'"),
        license: fc.constantFrom('https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0', 'null'),
        published: fc.constantFrom('2024-02-29', '1999-12-31T23:59:59Z', '2024-01-05T10:00:00.123+02:00'),
        modified: fc.constantFrom('2024-03-01', '2024-03-01T00:00:00-11:30'),
        language: fc.constantFrom('en', 'de-CH', 'zh-Hant-TW'),
        direction: fc.constantFrom('ltr', 'rtl'),
        canonicalUrl: fc.constantFrom('https://example.org/', 'https://example.org/a?b=%20#c'),
        image: imageUrl,
      },
      { requiredKeys: [] },
    ),
    authors: fc.array(fc.record({ name: arbitraryText, url: pageUrl }, { requiredKeys: ['name'] }), { maxLength: 2 }),
    tags: fc.array(arbitraryText, { maxLength: 3 }),
  })
  .map(({ fields, authors, tags }) => {
    const draft = new MetaDraft();
    for (const [field, value] of Object.entries(fields)) draft.set(field as MetaField, value, 'caller'); // its keys
    const clean = (text: string): string => new MetaDraft({ title: text }).get('title') ?? '';
    const named = authors.map((author) => ({ ...author, name: clean(author.name) })).filter(({ name }) => name !== '');
    draft.set('authors', named, 'caller');
    draft.set(
      'tags',
      tags.map(clean).filter((tag) => tag !== ''),
      'caller',
    );
    return draft.finish();
  });

/** Plays the events into a builder and closes what they left open. */
export function buildArticle(
  events: readonly ArticleEvent[],
  meta: Meta = { authors: [], tags: [], origin: {} },
): Article {
  const builder = new ArticleBuilder();
  for (const step of events) play(builder, step);
  const source = { mediaType: 'text/html', sha256: '0'.repeat(64), parser: 'lede/test' } as const;
  return finishDraft(builder.finish(meta, source));
}

function play(builder: ArticleBuilder, step: ArticleEvent): void {
  switch (step.do) {
    case 'open':
      return builder.open(step.block);
    case 'close':
      return builder.close();
    case 'void':
      return builder.void(step.block);
    case 'text':
      return builder.text(step.text);
    case 'lineBreak':
      return builder.lineBreak();
    case 'atom':
      return builder.atom(step.mark);
    case 'openMark':
      return builder.openMark(step.mark);
    case 'closeMark':
      return builder.closeMark();
  }
}
