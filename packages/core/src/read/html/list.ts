import { attribute, type Element, isElement, isText } from './nodes.ts';
import type { Entered, TreeReader } from './tree-reader.ts';

export function enterUnorderedList(reader: TreeReader): Entered {
  return reader.openBlock({ type: 'list', ordered: false });
}

/** `first` is kept where the list says it. `reversed` and `type` are presentation. */
export function enterOrderedList(reader: TreeReader, element: Element): Entered {
  const first = integer(attribute(element, 'start')) ?? firstValue(element);
  return reader.openBlock(
    first === undefined ? { type: 'list', ordered: true } : { type: 'list', ordered: true, first },
  );
}

export function enterItem(reader: TreeReader, element: Element): Entered {
  const checked = checkedState(element);
  return reader.openBlock(checked === undefined ? { type: 'listItem' } : { type: 'listItem', checked });
}

/**
 * A term of a description list is a paragraph of its own in strong; what describes it follows as
 * paragraphs. (The model has no description lists, and nesting them as lists would invent bullets.)
 */
export function enterTerm(reader: TreeReader): Entered {
  reader.paragraphBoundary();
  reader.builder.openMark({ type: 'strong' });
  return () => {
    reader.builder.closeMark();
    reader.boundary();
  };
}

/** The number that the first item gives itself. */
function firstValue(list: Element): number | undefined {
  const item = list.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'li');
  return item && integer(attribute(item, 'value'));
}

/** Numbers as browsers hold them: 32 bits, signed. */
function integer(raw: string | undefined): number | undefined {
  const digits = /^\s*([+-]?\d{1,10})/.exec(raw ?? '')?.[1];
  const value = Number(digits);
  return digits !== undefined && value >= -(2 ** 31) && value < 2 ** 31 ? value : undefined;
}

/** What may stand around a task's check box. */
const WRAPPERS: ReadonlySet<string> = new Set(['p', 'label', 'span', 'div']);
/** How deep a task's check box may stand: item > label > box, item > paragraph > label > box. */
const MAX_WRAPPERS = 3;

/** Whether the item begins with a check box, and its state. */
function checkedState(item: Element): boolean | undefined {
  let parent = item;
  for (let i = 0; i <= MAX_WRAPPERS; i++) {
    const first = parent.childNodes.find((node) => isElement(node) || (isText(node) && node.value.trim() !== ''));
    if (!first || !isElement(first)) return undefined;
    if (first.tagName === 'input') {
      if (attribute(first, 'type')?.toLowerCase() !== 'checkbox') return undefined;
      return attribute(first, 'checked') !== undefined;
    }
    if (!WRAPPERS.has(first.tagName)) return undefined;
    parent = first;
  }
  return undefined;
}
