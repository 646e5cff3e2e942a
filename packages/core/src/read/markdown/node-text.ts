import type { Parents } from 'mdast';

/** Text beside the article's own (alt, title, label): one line, or nothing. */
export function attributeText(value: string | null | undefined): string | undefined {
  const line = value
    ?.toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim();
  return line === '' ? undefined : line;
}

const IDEOGRAPH = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]';
const BROKEN_IDEOGRAPHS = new RegExp(`(?<=${IDEOGRAPH})\\n(?=${IDEOGRAPH})`, 'gu');

/** A line end between ideographs is no space: such scripts write none. */
export function joinIdeographs(text: string): string {
  return text.includes('\n') ? text.replace(BROKEN_IDEOGRAPHS, '') : text;
}

/** Text of a node that holds nothing but text; `undefined` where it holds anything else. */
export function plainText(node: Parents): string | undefined {
  let text = '';
  for (const child of node.children) {
    if (child.type !== 'text') return undefined;
    text += child.value;
  }
  return text;
}
