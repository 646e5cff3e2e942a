import { ariaHeadingDepth } from './heading.ts';
import { attribute, type Element } from './nodes.ts';
import type { Entered, Exit, TreeReader } from './tree-reader.ts';

const boundary: Exit = (reader) => reader.boundary();

/** A figure; one that a highlighter puts around code alone is none. */
export function enterFigure(reader: TreeReader, element: Element): Entered {
  const isCode = hasClass(element, 'highlight') && !element.childNodes.some((node) => node.nodeName === 'figcaption');
  if (!isCode) return reader.openBlock({ type: 'figure' });
  reader.boundary();
  return boundary;
}

/** `div`: flow, but for headings by role and the figures that editors made before there was an element for them. */
export function enterDivision(reader: TreeReader, element: Element): Entered {
  if (hasClass(element, 'wp-caption')) {
    return reader.openBlock({ type: 'figure' });
  }
  const depth = element.attrs.length > 0 ? ariaHeadingDepth(element) : undefined;
  if (depth !== undefined) return reader.openHeading(depth);
  reader.boundary();
  return boundary;
}

/** `p`: a paragraph opens by itself where text is; what is left to do is to end the one before. */
export function enterParagraph(reader: TreeReader, element: Element): Entered {
  if (hasClass(element, 'wp-caption-text')) {
    return reader.openBlock({ type: 'caption' });
  }
  reader.paragraphBoundary();
  return boundary;
}

/** Whether an element has this class. */
export function hasClass(element: Element, token: string): boolean {
  if (element.attrs.length === 0) return false;
  const value = attribute(element, 'class');
  return value !== undefined && value.includes(token) && value.split(/\s+/).includes(token);
}
