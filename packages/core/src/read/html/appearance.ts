import { attribute, type Element } from './nodes.ts';

/** What an element's own attributes say about how it shows; style sheets are not looked at. */
export interface Appearance {
  hidden: boolean;
  /** An inline element that a style lays out as a block, or as a box of its own within a line. */
  display: 'block' | 'inline-block' | undefined;
  /** Line ends in the source show as line ends. */
  keepsLines: boolean;
}

const PLAIN: Appearance = { hidden: false, display: undefined, keepsLines: false };
const HIDDEN: Appearance = { ...PLAIN, hidden: true };

// One declaration each; `[^;]` and the fixed words cannot backtrack into each other.
const DISPLAY = /(?:^|;)\s*display\s*:\s*([a-z-]+)/i;
const INVISIBLE = /(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)/i;
const KEEPS_LINES = /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i;

/** Reads the attributes that matter in one pass; most elements have none of them. */
export function appearance(element: Element): Appearance {
  let found = PLAIN;
  for (const { name, value } of element.attrs) {
    switch (name) {
      case 'hidden':
        // `until-found` is content that a search may open.
        if (value.toLowerCase() !== 'until-found') return HIDDEN;
        break;
      case 'aria-hidden':
        if (value.toLowerCase() === 'true') return HIDDEN;
        break;
      case 'style':
        found = ofStyle(value);
        if (found.hidden) return HIDDEN;
        break;
      default:
    }
  }
  return found;
}

function ofStyle(style: string): Appearance {
  const display = DISPLAY.exec(style)?.[1]?.toLowerCase();
  if (display === 'none' || INVISIBLE.test(style)) return HIDDEN;
  const keepsLines = KEEPS_LINES.test(style);
  switch (display) {
    case undefined:
    case 'inline':
    case 'contents':
      return keepsLines ? { ...PLAIN, keepsLines } : PLAIN;
    case 'inline-block':
    case 'inline-flex':
    case 'inline-grid':
    case 'inline-table':
      return { hidden: false, display: 'inline-block', keepsLines };
    default:
      return { hidden: false, display: 'block', keepsLines };
  }
}

/** Whether an element says of itself that it is not shown: `hidden`, `aria-hidden="true"`, an inline style. */
export function isHidden(element: Element): boolean {
  return appearance(element).hidden;
}

/** Side of text in a table cell, from the old attribute or an inline style. */
export function textAlign(element: Element): 'left' | 'center' | 'right' | undefined {
  const styled = /(?:^|;)\s*text-align\s*:\s*([a-z-]+)/i.exec(attribute(element, 'style') ?? '')?.[1];
  const align = (styled ?? attribute(element, 'align'))?.toLowerCase();
  return align === 'left' || align === 'center' || align === 'right' ? align : undefined;
}
