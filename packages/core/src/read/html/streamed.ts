import { attribute, type ChildNode, type Element, isText, type ParentNode, walkElements } from './nodes.ts';

/**
 * The calls by which React's server says where the pieces go that it sends after the page, each in a hidden box with
 * an id. `$RS(piece, template)` puts one in the place of a template. `$RC(template, piece)`, and `$RR`, which waits for
 * style sheets, take away what is shown meanwhile as well: all from the template up to the comment that ends its
 * boundary.
 */
const CALLS = /\$R([CRS])\("([^"\\]{1,100})","([^"\\]{1,100})"/g;
const BOUNDARY_START = /^(?:\$[?!~]?|&)$/;
const BOUNDARY_END = /^\/[$&]$/;
/** Nodes passed on the ways to all places. Pages take some thousands; past it, pieces stay where they were sent. */
const MOST_STEPS = 10_000_000;

/** Whether the scripts of a page put pieces of it in their places. */
export function isStreamed(html: string): boolean {
  return html.search(CALLS) >= 0;
}

/** Puts the pieces of a streamed page where its scripts would: what comes late may belong in the middle of a text. */
export function placeStreamed(root: ParentNode): void {
  const elements = new Map<string, Element>();
  const calls: RegExpExecArray[] = [];
  walkElements(root, (element) => {
    const id = attribute(element, 'id');
    if (id !== undefined && !elements.has(id)) elements.set(id, element);
    const [code] = element.nodeName === 'script' ? element.childNodes : [];
    // Not all at once: a call takes only so many arguments.
    if (code && isText(code)) for (const call of code.value.matchAll(CALLS)) calls.push(call);
    return undefined;
  });
  let steps = 0;
  /** Whether an element is a part of the page, and not of what `without` holds. */
  const isOnPage = (element: Element, without?: Element): boolean => {
    let node: ParentNode | null = element;
    while (node && node !== root && node !== without) {
      steps++;
      node = 'parentNode' in node ? node.parentNode : null;
    }
    return node === root;
  };
  for (const [, kind, first = '', second = ''] of calls) {
    const [template, piece] =
      kind === 'S' ? [elements.get(second), elements.get(first)] : [elements.get(first), elements.get(second)];
    if (!template || !piece) continue;
    // A piece that is put into itself would be lost.
    const fits = isOnPage(piece) && isOnPage(template, piece);
    steps += siblingsOf(template).length + siblingsOf(piece).length + piece.childNodes.length;
    if (steps > MOST_STEPS) return;
    if (!fits) continue;
    replace(template, piece.childNodes, kind === 'S' ? 1 : lengthOfBoundary(template));
    piece.childNodes = [];
    replace(piece, [], 1);
  }
}

function siblingsOf({ parentNode }: Element): readonly ChildNode[] {
  return parentNode?.childNodes ?? [];
}

/** How many nodes a boundary shows meanwhile, from its template on; one where its end is not there. */
function lengthOfBoundary(template: Element): number {
  const siblings = siblingsOf(template);
  const start = siblings.indexOf(template);
  let depth = 0;
  for (let at = start; at < siblings.length; at++) {
    const node = siblings[at] as ChildNode; // in range
    if (!('data' in node)) continue;
    if (BOUNDARY_END.test(node.data) && depth-- === 0) return at - start;
    if (BOUNDARY_START.test(node.data)) depth++;
  }
  return 1;
}

/** Puts nodes in the place of an element and of those right after it, `count` in all. */
function replace(element: Element, nodes: readonly ChildNode[], count: number): void {
  const parent = element.parentNode;
  if (!parent) return;
  const at = parent.childNodes.indexOf(element);
  for (const node of nodes) node.parentNode = parent;
  // Not by `splice`, which takes only so many arguments.
  parent.childNodes = [...parent.childNodes.slice(0, at), ...nodes, ...parent.childNodes.slice(at + count)];
}
