import { parse } from '../../src/index.ts';

/** What an extractor says of a page; its text has paragraphs on lines of their own. */
export interface Extracted {
  text: string;
  title?: string;
  /** Names, or whole bylines where the extractor does not take them apart. */
  authors: string[];
  published?: string;
}

export type Extractor = (html: string, url: string | undefined) => Promise<Extracted> | Extracted;

/** What an extractor that finds nothing says. */
export const NOTHING: Extracted = { text: '', authors: [] };

/** Ours; `withTitle` puts the title before the text. */
export function lede(withTitle: boolean): Extractor {
  return (html, url) => {
    const result = parse(html, { mediaType: 'text/html', content: 'article', ...(url === undefined ? {} : { url }) });
    if (!result.ok) return NOTHING;
    const { text, meta } = result.article;
    return {
      ...known({ title: meta.title, published: meta.published }),
      text: withTitle && meta.title !== undefined ? `${meta.title}\n\n${text}` : text,
      authors: meta.authors.map(({ name }) => name),
    };
  };
}

/** The peers, loaded when they are asked for. */
export async function peers(): Promise<Record<string, Extractor>> {
  const [{ Readability }, { parseHTML }, { Defuddle }] = await Promise.all([
    import('@mozilla/readability'),
    import('linkedom'),
    import('defuddle/node'),
  ]);
  return {
    readability: (html) => {
      const { document } = parseHTML(html);
      const result = new Readability(document).parse();
      if (!result) return NOTHING;
      const { textContent, title, byline, publishedTime } = result;
      return {
        ...known({ title, published: publishedTime }),
        text: textContent ?? '',
        authors: byline ? [byline] : [],
      };
    },
    defuddle: async (html, url) => {
      const { document } = parseHTML(html);
      const { content, title, author, published } = await Defuddle(document, url ?? 'https://example.org/', {
        useAsync: false,
      });
      return {
        ...known({ title, published }),
        text: textOf(parseHTML(`<html><body>${content}</body></html>`).document.body),
        authors: author ? [author] : [],
      };
    },
  };
}

/** Those that say something. */
function known(fields: Record<'title' | 'published', string | null | undefined>): Partial<Extracted> {
  const { title, published } = fields;
  return { ...(title ? { title } : {}), ...(published ? { published } : {}) };
}

interface TextNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<TextNode>;
}

const INLINE: ReadonlySet<string> = new Set(
  'A ABBR B BDI CITE CODE DEL EM FONT I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR'.split(' '),
);

/** The text of a tree, with a line end wherever a block begins or ends: a peer must not lose words to glue. */
function textOf(root: unknown): string {
  const parts: string[] = [];
  const stack: (TextNode | string)[] = [root as TextNode]; // linkedom's nodes, as far as they are read
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    if (typeof node === 'string') parts.push(node);
    else if (node.nodeType === 3) parts.push(node.textContent ?? '');
    else {
      const edge = INLINE.has(node.nodeName.toUpperCase()) ? '' : '\n';
      stack.push(edge, ...[...node.childNodes].toReversed(), edge);
    }
  }
  return parts.join('');
}
