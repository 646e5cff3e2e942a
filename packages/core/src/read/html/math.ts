import { attribute, type Element, isElement, isText, type ParentNode, textContent, walk } from './nodes.ts';
import { shownText } from './text.ts';
import type { Entered, TreeReader } from './tree-reader.ts';

const TEX = /^\s*(?:application\/x-tex|text\/x-tex|TeX|LaTeX)/i;
const TEX_SCRIPT = /^\s*math\/tex/i;

/**
 * A formula becomes text: its TeX source where the page carries it (an annotation or `alttext`), else the
 * symbols as they stand. A display formula is a paragraph of its own.
 */
export function enterMath(reader: TreeReader, element: Element): Entered {
  const isDisplay = attribute(element, 'display') === 'block' || attribute(element, 'mode') === 'display';
  addFormula(reader, texOf(element) ?? symbolsOf(element), isDisplay);
  return 'skip';
}

/** Of scripts only MathJax's show: they hold a formula's TeX source. */
export function enterScript(reader: TreeReader, element: Element): Entered {
  const type = attribute(element, 'type');
  if (type !== undefined && TEX_SCRIPT.test(type)) {
    addFormula(reader, cleanTex(textContent(element)), /mode\s*=\s*display/i.test(type));
  }
  return 'skip';
}

/** Whether an element is what MathJax 2 draws of a formula whose source stands in a script beside it. */
export function isMathJaxDrawing(reader: TreeReader, element: Element): boolean {
  return attribute(element, 'class')?.startsWith('MathJax') === true && reader.hasTexScripts;
}

/** Whether there is a formula's source in a script anywhere below `root`. */
export function holdsTexScript(root: ParentNode): boolean {
  let found = false;
  walk(root, (node) => {
    if (isElement(node) && node.tagName === 'script' && TEX_SCRIPT.test(attribute(node, 'type') ?? '')) found = true;
    return found ? 'stop' : undefined;
  });
  return found;
}

function addFormula(reader: TreeReader, text: string, isDisplay: boolean): void {
  if (text === '') return;
  if (isDisplay) reader.boundary();
  reader.text(text);
  if (isDisplay) reader.boundary();
}

function texOf(math: Element): string | undefined {
  let tex: string | undefined;
  walk(math, (node) => {
    if (isElement(node) && node.tagName === 'annotation' && TEX.test(attribute(node, 'encoding') ?? '')) {
      tex = cleanTex(textContent(node));
    }
    return tex ? 'stop' : undefined;
  });
  return tex || cleanTex(attribute(math, 'alttext') ?? '') || undefined;
}

function symbolsOf(math: Element): string {
  let text = '';
  walk(math, (node) => {
    if (isText(node)) text += node.value;
    return isElement(node) && node.tagName.startsWith('annotation') ? 'skip' : undefined;
  });
  return shownText(text);
}

/** Drops the wrapper that MediaWiki puts around every formula. */
export function cleanTex(tex: string): string {
  const text = shownText(tex);
  const inner = /^\{\\(?:display|text)style (.*)\}$/s.exec(text)?.[1];
  return inner === undefined ? text : inner.trim();
}
