import { appearance } from './appearance.ts';
import { attribute, type ChildNode, classTokens, type Element, isElement, isText, type ParentNode } from './nodes.ts';
import type { Entered, TreeReader } from './tree-reader.ts';

/** A block of preformatted text. Its marks are dropped: in code they are colours. */
export function enterCode(reader: TreeReader, element: Element): Entered {
  addCode(reader, codeText(onlyCode(element) ?? element), codeLanguage(element));
  return 'skip';
}

export function addCode(reader: TreeReader, text: string, lang: string | undefined): void {
  reader.endHeading();
  reader.builder.open(lang === undefined ? { type: 'code' } : { type: 'code', lang });
  reader.builder.text(text);
  reader.builder.close();
}

/** The `code` of `<pre> <code>…</code> </pre>`: the white space around it is the markup's. */
function onlyCode(element: Element): Element | undefined {
  let only: Element | undefined;
  for (const child of element.childNodes) {
    if (isText(child) && child.value.trim() === '') continue;
    if (only || !isElement(child) || child.tagName !== 'code') return undefined;
    only = child;
  }
  return only;
}

const DROPPED: ReadonlySet<string> = new Set(['button', 'script', 'style', 'template', 'svg', 'textarea', 'select']);
const LINES: ReadonlySet<string> = new Set(['div', 'p', 'li', 'tr', 'pre', 'ol', 'ul', 'table', 'section']);
/** Class names that highlighters give to the column of line numbers. */
const GUTTER: ReadonlySet<string> = new Set([
  'gutter',
  'linenos',
  'lineno',
  'linenodiv',
  'line-number',
  'linenumber',
  'line-numbers-rows',
  'rouge-gutter',
  'blob-num',
  'hljs-ln-numbers',
  'crayon-nums',
  'CodeMirror-linenumber',
  'react-syntax-highlighter-line-number',
  'ln',
  'lnt',
]);

/**
 * The text of code: `br` and block-like lines become line ends, line numbers, buttons and the like are
 * left out.
 */
export function codeText(root: ParentNode): string {
  const lines = new CodeLines();
  // Each element stands on the stack twice: to be entered, then (as its end) to be left.
  const stack: (ChildNode | { end: Element })[] = root.childNodes.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('end' in node) {
      lines.end(node.end);
    } else if (isText(node)) {
      if (!isTableWhiteSpace(node)) lines.add(node.value);
    } else if (isElement(node)) {
      if (node.tagName === 'br') lines.add('\n');
      if (DROPPED.has(node.tagName) || isGutter(node)) continue;
      if (isLine(node)) {
        lines.start();
        stack.push({ end: node });
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i] as ChildNode); // in range
    }
  }
  return lines.text;
}

/** Text that grows by lines, some of which are elements. */
class CodeLines {
  text = '';
  /** A line has ended; the line end shows only if more follows. */
  #hasEnded = false;
  /** For each open line: how long the text was when it began. */
  readonly #starts: number[] = [];

  add(value: string): void {
    if (value === '') return;
    if (this.#hasEnded && this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
    this.#hasEnded = false;
    this.text += value;
  }

  start(): void {
    this.#hasEnded = true;
    this.#starts.push(this.text.length);
  }

  /** An element without anything in it is an empty line. */
  end(element: Element): void {
    const isEmpty = this.#starts.pop() === this.text.length;
    if (isEmpty && element.childNodes.every(isText)) this.add('\n');
    this.#hasEnded = true;
  }
}

function isLine(node: ChildNode): boolean {
  return isElement(node) && (LINES.has(node.tagName) || appearance(node).display === 'block');
}

function isTableWhiteSpace(node: ChildNode): boolean {
  const parent = node.parentNode?.nodeName;
  return parent === 'table' || parent === 'tbody' || parent === 'thead' || parent === 'tr';
}

function isGutter(element: Element): boolean {
  if (element.attrs.length === 0) return false;
  return appearance(element).hidden || classTokens(element).some((token) => GUTTER.has(token));
}

/** Class names that stand beside a language and are none. */
const NO_LANGUAGE: ReadonlySet<string> = new Set([
  'hljs',
  'highlight',
  'highlighter-rouge',
  'sourcecode',
  'code',
  'prettyprint',
  'linenums',
  'line-numbers',
  'numbersource',
  'numberlines',
  'shiki',
  'chroma',
  'copy',
  'nohighlight',
  'none',
  'plain',
  'plaintext',
  'text',
  'txt',
  'auto',
  'undefined',
  'wrap',
]);
const PREFIXED = /^(?:language|lang|highlight-source|highlight-text|brush)[-:](.+)$/i;
const NAME = /^[a-z0-9][a-z0-9+#._-]{0,31}$/;
/** How far up a highlighter's wrapper may stand: figure > table > row > cell > pre. */
const MAX_WRAPPERS = 6;

/** The language that the code, or a highlighter's wrapper around it, names. */
export function codeLanguage(element: Element): string | undefined {
  const inner = onlyCode(element) ?? element.childNodes.find((n): n is Element => isElement(n) && n.tagName === 'code');
  const ofInner = inner && ownLanguage(inner);
  if (ofInner) return ofInner;
  let node: ParentNode | null = element;
  for (let i = 0; i < MAX_WRAPPERS && node && isElement(node) && node.tagName !== 'body'; i++) {
    const lang = ownLanguage(node);
    if (lang) return lang;
    node = node.parentNode;
  }
  return undefined;
}

function ownLanguage(element: Element): string | undefined {
  const declared = attribute(element, 'data-lang') ?? attribute(element, 'data-language');
  if (declared) return languageName(declared);
  const tokens = classTokens(element);
  for (const [i, token] of tokens.entries()) {
    const named = PREFIXED.exec(token)?.[1] ?? (/^brush:?$/i.test(token) ? tokens[i + 1] : undefined);
    const lang = named && languageName(named);
    if (lang) return lang;
  }
  // Highlighters that put the bare language beside their own name.
  const isHighlighter =
    tokens.includes('hljs') ||
    tokens.includes('sourceCode') ||
    (element.tagName === 'figure' && tokens.includes('highlight'));
  return isHighlighter ? tokens.map(languageName).find((lang) => lang !== undefined) : undefined;
}

function languageName(raw: string): string | undefined {
  const name = raw
    .trim()
    .replace(/[;,].*$/s, '')
    .toLowerCase();
  return NAME.test(name) && !NO_LANGUAGE.has(name) ? name : undefined;
}
