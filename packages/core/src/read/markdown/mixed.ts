import type { Nodes } from 'mdast';
import { html as spec } from 'parse5';
import { attribute, type Element, isElement, type ParentNode, walk as walkTree } from '../html/nodes.ts';
import { parseFragment } from '../html/parse-tree.ts';
import { readHtmlFragment } from '../html/read-tree.ts';
import { type Entered, TreeReader } from '../html/tree-reader.ts';
import type { Walk } from './walk.ts';

/** How siblings are read that are not HTML; passed in, for they may hold HTML again. */
type ReadNodes = (nodes: readonly Nodes[], isFlow: boolean, walk: Walk) => void;

/** HTML around Markdown around HTML, deeper than this, is read tag by tag: each level costs stack. */
const MAX_MIXED_DEPTH = 16;
/** What GFM shows as text in a line: it would hide all that follows. */
const FILTERED = /^<\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)[\s>/]/i;

/**
 * Reads siblings of which some are raw HTML. A tag and its end tag are two nodes with Markdown between
 * them, so the siblings become one fragment of HTML in which an element of our own stands for each run of
 * Markdown; the HTML reader hands those back:
 *
 *     <details>              <details>
 *
 *     *Markdown*       ->    <lede-slot id="0">x</lede-slot>
 *
 *     </details>             </details>
 */
export function readMixed(nodes: readonly Nodes[], isFlow: boolean, walk: Walk, readNodes: ReadNodes): void {
  if (walk.mixedDepth >= MAX_MIXED_DEPTH) {
    for (const node of nodes) {
      if (node.type === 'html') readHtmlFragment(node.value, walk.urls, walk.builder, walk.meta);
      else readNodes([node], isFlow, walk);
    }
    return;
  }
  const { root, slotName, slots } = makeFragment(nodes, isFlow);
  const inner = { ...walk, mixedDepth: walk.mixedDepth + 1 };
  const enterSlot = (reader: TreeReader, element: Element): Entered => {
    const content = slots[Number(attribute(element, 'id'))] ?? [];
    const [only] = content;
    if (!isFlow) {
      if (only?.type === 'html' && FILTERED.test(only.value)) reader.text(only.value);
      else readNodes(content, false, inner);
    } else if (reader.inHeading && content.length === 1 && only?.type === 'paragraph') {
      readNodes(only.children, false, inner);
    } else {
      reader.endHeading();
      walk.builder.endParagraph();
      readNodes(content, true, inner);
      walk.builder.endParagraph();
    }
    return 'skip';
  };
  const reader = new TreeReader(walk.builder, walk.urls, walk.meta, { elements: new Map([[slotName, enterSlot]]) });
  reader.titleSeen = true;
  reader.read(root);
}

interface Fragment {
  root: ParentNode;
  slotName: string;
  /** The runs of siblings that the slots stand for. */
  slots: (readonly Nodes[])[];
}

function makeFragment(nodes: readonly Nodes[], isFlow: boolean): Fragment {
  const slotName = unusedName(nodes);
  const whole = assemble(nodes, isFlow, slotName, () => false);
  if (whole.slots.length === countSlots(whole)) return whole;
  // A tag swallows what follows (`<div class="a`, `<title>`): such tags are read each alone, in slots.
  return assemble(nodes, isFlow, slotName, (html) => {
    return countSlots({ root: parseFragment(`${html}<${slotName}></${slotName}>`), slotName }) === 0;
  });
}

function assemble(
  nodes: readonly Nodes[],
  isFlow: boolean,
  slotName: string,
  isAlone: (html: string) => boolean,
): Fragment {
  const slots: Nodes[][] = [];
  const parts: string[] = [];
  const addSlot = (node: Nodes): Nodes[] => {
    // The letter makes it count as content, for rules about what stands alone.
    parts.push(`<${slotName} id="${slots.length}">x</${slotName}>`);
    const run = [node];
    slots.push(run);
    return run;
  };
  let run: Nodes[] | undefined;
  for (const node of nodes) {
    if (node.type !== 'html') {
      if (run) run.push(node);
      else run = addSlot(node);
    } else {
      if (isAlone(node.value)) addSlot(node);
      else parts.push(node.value);
      run = undefined;
    }
  }
  return { root: parseFragment(parts.join(isFlow ? '\n' : '')), slotName, slots };
}

/** How many slots have become elements of HTML, where the reader finds them. */
function countSlots({ root, slotName }: Pick<Fragment, 'root' | 'slotName'>): number {
  let found = 0;
  walkTree(root, (node) => {
    if (isElement(node) && node.tagName === slotName && node.namespaceURI === spec.NS.HTML) found++;
    return undefined;
  });
  return found;
}

/** A tag name that the document cannot have meant: none of its HTML holds it. */
function unusedName(nodes: readonly Nodes[]): string {
  const html = nodes.flatMap((node) => (node.type === 'html' ? [node.value.toLowerCase()] : [])).join('\n');
  let name = 'lede-slot';
  while (html.includes(name)) name += '-x';
  return name;
}
