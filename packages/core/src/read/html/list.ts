import { attribute, type Element, isElement, isText } from './nodes.ts';
import type { Entered, Exit, TreeReader } from './tree-reader.ts';

const closeBlock: Exit = (reader) => {
  reader.endHeading();
  reader.builder.close();
};

export function enterUnorderedList(reader: TreeReader): Entered {
  reader.endHeading();
  reader.builder.open({ type: 'list', ordered: false });
  return closeBlock;
}

/** `first` is kept where the numbers do not start at one. `reversed` and `type` are presentation. */
export function enterOrderedList(reader: TreeReader, element: Element): Entered {
  reader.endHeading();
  const first = integer(attribute(element, 'start')) ?? firstValue(element);
  reader.builder.open(
    first === undefined || first === 1 ? { type: 'list', ordered: true } : { type: 'list', ordered: true, first },
  );
  return closeBlock;
}

export function enterItem(reader: TreeReader, element: Element): Entered {
  reader.endHeading();
  const checked = checkedState(element);
  reader.builder.open(checked === undefined ? { type: 'listItem' } : { type: 'listItem', checked });
  return closeBlock;
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
  return digits !== undefined && Math.abs(value) < 2 ** 31 ? value : undefined;
}

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
    parent = first;
  }
  return undefined;
}
