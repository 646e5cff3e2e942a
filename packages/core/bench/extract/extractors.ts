import { parse } from '../../src/index.ts';

/** Something that takes the article out of a page: its text, paragraphs on lines of their own. */
export type Extractor = (html: string, url: string | undefined) => Promise<string> | string;

/** Ours; `withTitle` puts the title before the text. */
export function lede(withTitle: boolean): Extractor {
  return (html, url) => {
    const result = parse(html, { mediaType: 'text/html', content: 'article', ...(url === undefined ? {} : { url }) });
    if (!result.ok) return '';
    const { text, meta } = result.article;
    return withTitle && meta.title !== undefined ? `${meta.title}\n\n${text}` : text;
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
      return new Readability(document).parse()?.textContent ?? '';
    },
    defuddle: async (html, url) => {
      const { document } = parseHTML(html);
      const result = await Defuddle(document, url ?? 'https://example.org/', { useAsync: false });
      return textOf(parseHTML(`<html><body>${result.content}</body></html>`).document.body);
    },
  };
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
