import { stringify } from 'yaml';
import type { Article, Block, Meta } from '../../article/types.ts';

/**
 * The metadata as YAML, under the keys that readers of front matter know. `undefined` where a heading says
 * all there is: no more than a title, which is one line of ordinary text.
 */
export function frontMatter({ meta, blocks, marks }: Article): string | undefined {
  const fields = entries(meta);
  const { title } = meta;
  if (fields.length === 0) {
    if (title === undefined ? !looksLikeTitle(blocks, marks) : isLine(title)) return undefined;
  }
  // An empty title says that the heading which comes first is not one.
  if (title !== undefined || looksLikeTitle(blocks, marks)) fields.unshift(['title', title ?? '']);
  const options = { lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const;
  return stringify(Object.fromEntries(fields), options).trimEnd();
}

function entries(meta: Meta): [key: string, value: unknown][] {
  const all: [string, unknown][] = [
    ['byline', meta.byline],
    ['dateline', meta.dateline],
    ['authors', meta.authors.map(({ name, url }) => (url === undefined ? name : { name, url }))],
    ['date', meta.published],
    ['updated', meta.modified],
    ['lang', meta.language],
    ['dir', meta.direction],
    ['site', meta.site],
    ['canonical', meta.canonicalUrl],
    ['description', meta.excerpt],
    ['image', meta.image],
    ['section', meta.section],
    ['license', meta.license],
    ['tags', meta.tags],
  ];
  return all.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
}

/** Whether a reader would take the first block for the title. */
function looksLikeTitle(blocks: readonly Block[], marks: Article['marks']): boolean {
  const [first] = blocks;
  return first?.type === 'heading' && first.depth === 1 && !marks.some((mark) => mark.start < first.end);
}

/** Whether a heading can hold the title as it is. */
function isLine(title: string): boolean {
  return title === title.replace(/[\t\n\v\f\r\u2028\u2029 ]+|\uFFFC/g, ' ').trim();
}
