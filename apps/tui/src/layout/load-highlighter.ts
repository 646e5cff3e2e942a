import type { CodeToken, Highlighter } from './options.ts';
import { Style, type StyleName } from './style.ts';

/** What highlight.js calls its tokens, by the first word of the class (`hljs-title`), and how they look here. */
const STYLE_OF: Readonly<Record<string, StyleName>> = {
  keyword: 'keyword',
  built_in: 'type',
  type: 'type',
  literal: 'number',
  number: 'number',
  operator: 'keyword',
  string: 'string',
  regexp: 'string',
  char: 'string',
  symbol: 'string',
  subst: 'variable',
  comment: 'comment',
  doctag: 'comment',
  quote: 'comment',
  meta: 'meta',
  title: 'function',
  section: 'function',
  name: 'keyword',
  tag: 'meta',
  attr: 'variable',
  attribute: 'variable',
  variable: 'variable',
  property: 'variable',
  params: 'variable',
  bullet: 'keyword',
  code: 'string',
  link: 'string',
  'selector-tag': 'keyword',
  'selector-id': 'function',
  'selector-class': 'type',
  'selector-attr': 'variable',
  'selector-pseudo': 'variable',
  'template-tag': 'meta',
  'template-variable': 'variable',
  addition: 'inserted',
  deletion: 'deleted',
};
const PREFIX = 'hljs-';

/** The shape of the highlighter's tree, as far as it is read. */
interface TreeNode {
  type: string;
  value?: string;
  properties?: { className?: unknown };
  children?: readonly TreeNode[];
}

/**
 * Loads the highlighter (37 common languages; some tens of milliseconds, so after the first frame). It knows a
 * language by its name or alias, and leaves code without one plain: guessing is wrong too often.
 */
export async function loadHighlighter(): Promise<Highlighter> {
  const { common, createLowlight } = await import('lowlight');
  const lowlight = createLowlight(common);
  return (code, language) => {
    const name = language?.toLowerCase();
    if (name === undefined || !lowlight.registered(name)) return undefined;
    return tokensOf(lowlight.highlight(name, code));
  };
}

/** The tokens of a tree of spans, in order; inside others the innermost style counts. */
function tokensOf(root: TreeNode): CodeToken[] {
  const tokens: CodeToken[] = [];
  const stack: { node: TreeNode; style: number }[] = [{ node: root, style: 0 }];
  let at = 0;
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, style } = entry;
    if (node.type === 'text') {
      const end = at + (node.value?.length ?? 0);
      if (style !== 0 && end > at) tokens.push({ start: at, end, style });
      at = end;
      continue;
    }
    const own = styleOf(node) || style;
    for (const child of node.children?.toReversed() ?? []) stack.push({ node: child, style: own });
  }
  return tokens;
}

function styleOf({ properties }: TreeNode): number {
  const names: unknown = properties?.className;
  if (!Array.isArray(names)) return 0;
  for (const name of names as unknown[]) {
    if (typeof name !== 'string' || !name.startsWith(PREFIX)) continue;
    const style = STYLE_OF[name.slice(PREFIX.length)];
    if (style !== undefined) return Style[style];
  }
  return 0;
}
