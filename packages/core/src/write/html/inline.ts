import { isAllowedUrl } from '../../article/url.ts';
import type { Mark, Span } from '../../article/types.ts';
import { attributes, escapeText } from './escape.ts';

const TAGS = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  inlineCode: 'code',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
} as const;

/** The marks of an article, handed out leaf by leaf in their order. */
export class Marks {
  readonly #marks: readonly Mark[];
  #next = 0;

  constructor(marks: readonly Mark[]) {
    this.#marks = marks;
  }

  /** Those that begin inside `leaf`; leaves have to be asked for in the order of the text. */
  within(leaf: Span): readonly Mark[] {
    const from = this.#next;
    while (this.#next < this.#marks.length && (this.#marks[this.#next] as Mark).start < leaf.end) this.#next++;
    return this.#marks.slice(from, this.#next);
  }
}

/** The text of one leaf with its marks as elements. Marks nest (invariant M1), so tags do. */
export function inlineHtml(text: string, leaf: Span, marks: readonly Mark[]): string {
  const parts: string[] = [];
  const open: { end: number; tag: string }[] = [];
  let at = leaf.start;
  const writeText = (to: number): void => {
    if (to <= at) return;
    parts.push(escapeText(text.slice(at, to)));
    at = to;
  };
  const closeUntil = (to: number): void => {
    for (let last = open.at(-1); last && last.end <= to; last = open.at(-1)) {
      writeText(last.end);
      parts.push(`</${last.tag}>`);
      open.pop();
    }
  };
  for (const mark of marks) {
    closeUntil(mark.start);
    writeText(mark.start);
    const atom = atomHtml(
      mark,
      open.some(({ tag }) => tag === 'a'),
    );
    if (atom === undefined) {
      const { tag, start } = openingOf(mark);
      parts.push(start);
      open.push({ end: mark.end, tag });
    } else {
      parts.push(atom);
      at = Math.max(at, mark.end);
    }
  }
  closeUntil(leaf.end);
  writeText(leaf.end);
  return parts.join('');
}

/**
 * What stands in the place of one character: a break, an image, a reference. HTML has no link inside a
 * link, so a reference there does not lead to its note.
 */
function atomHtml(mark: Mark, isInLink: boolean): string | undefined {
  switch (mark.type) {
    case 'break':
      return '<br>';
    case 'image':
      return imageHtml(mark);
    case 'footnoteReference': {
      const shown = escapeText(mark.target);
      const link = attributes({ role: 'doc-noteref', href: noteHref(mark.target) });
      return isInLink ? `<sup>${shown}</sup>` : `<sup><a${link}>${shown}</a></sup>`;
    }
    default:
      return undefined;
  }
}

function openingOf(mark: Mark): { tag: string; start: string } {
  switch (mark.type) {
    case 'link': {
      const { url, title } = mark;
      return { tag: 'a', start: `<a${attributes({ href: allowed(url), title })}>` };
    }
    case 'quote':
      return { tag: 'q', start: `<q${attributes({ cite: mark.cite && allowed(mark.cite) })}>` };
    case 'break':
    case 'image':
    case 'footnoteReference':
      return { tag: 'span', start: '<span>' }; // never asked for: atoms are written whole
    default: {
      const tag = TAGS[mark.type];
      return { tag, start: `<${tag}>` };
    }
  }
}

/** An image, in a line or as a block. */
export function imageHtml(image: { url: string; alt?: string; title?: string }): string {
  const { url, alt = '', title } = image;
  return `<img${attributes({ src: isAllowedUrl(url, 'image') ? url : undefined, alt, title })}>`;
}

/** A URL that invariant U1 allows; an article that was never validated may hold others, which are left out. */
export function allowed(url: string): string | undefined {
  return isAllowedUrl(url, 'link') ? url : undefined;
}

/** The id that a footnote's definition has on the page. */
export function noteId(label: string): string {
  return `fn-${label}`;
}

/** The address that leads to it. */
export function noteHref(label: string): string {
  return `#${encodeURIComponent(noteId(label).toWellFormed())}`;
}
