import type { Delete, Emphasis, Image, Link, PhrasingContent, Strong } from 'mdast';
import type { Block, Mark } from '../../article/types.ts';
import { attributes, escapeText } from '../html/escape.ts';
import { allowed, noteHref } from '../html/inline.ts';

/** Marks that mdast has no node for, by their elements. */
const ELEMENTS = { subscript: 'sub', superscript: 'sup', highlight: 'mark', inlineCode: 'code', quote: 'q' } as const;

export interface PhrasingOptions {
  /** Whether the leaf is written on one line, as headings and cells of tables are. */
  isLine: boolean;
  /** Labels of the footnotes that are defined as Markdown defines them. */
  notes: ReadonlySet<string>;
}

interface Frame {
  end: number;
  sink: PhrasingContent[];
  /** HTML that ends the mark, where it is not a node. */
  endTag?: string;
}

/** The text of one leaf with its marks (which are sorted and never cross), as nodes. */
export function phrasing(
  text: string,
  leaf: Block,
  marks: readonly Mark[],
  { isLine, notes }: PhrasingOptions,
): PhrasingContent[] {
  const root: Frame = { end: leaf.end, sink: [] };
  const frames: Frame[] = [root];
  let top = root;
  let at = leaf.start;
  const addText = (to: number): void => {
    if (to > at) top.sink.push({ type: 'text', value: text.slice(at, to) });
    at = Math.max(at, to);
  };
  const closeUntil = (to: number): void => {
    while (top !== root && top.end <= to) {
      addText(top.end);
      const { endTag } = top;
      frames.pop();
      top = frames.at(-1) ?? root;
      if (endTag !== undefined) top.sink.push({ type: 'html', value: endTag });
    }
  };
  const openTag = (mark: Mark, tag: string, startTag = `<${tag}>`): void => {
    top.sink.push({ type: 'html', value: startTag });
    top = { end: mark.end, sink: top.sink, endTag: `</${tag}>` };
    frames.push(top);
  };
  for (const [index, mark] of marks.entries()) {
    closeUntil(mark.start);
    addText(mark.start);
    switch (mark.type) {
      case 'break':
        top.sink.push(isLine ? { type: 'html', value: '<br>' } : { type: 'break' });
        at = mark.end;
        break;
      case 'image':
        top.sink.push(imageNode(mark));
        at = mark.end;
        break;
      case 'footnoteReference':
        top.sink.push(reference(mark.target, notes));
        at = mark.end;
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link': {
        const node: Delete | Emphasis | Link | Strong =
          mark.type === 'link'
            ? { type: 'link', url: mark.url, title: mark.title ?? null, children: [] }
            : { type: mark.type, children: [] };
        top.sink.push(node);
        top = { end: mark.end, sink: node.children };
        frames.push(top);
        break;
      }
      case 'inlineCode':
        if ((marks[index + 1]?.start ?? mark.end) < mark.end) {
          openTag(mark, ELEMENTS[mark.type]);
        } else {
          top.sink.push({ type: 'inlineCode', value: text.slice(mark.start, mark.end) });
          at = mark.end;
        }
        break;
      case 'quote':
        openTag(mark, 'q', `<q${attributes({ cite: mark.cite && allowed(mark.cite) })}>`);
        break;
      default:
        openTag(mark, ELEMENTS[mark.type]);
    }
  }
  closeUntil(leaf.end);
  addText(leaf.end);
  return root.sink;
}

export function imageNode({ url, alt, title }: { url: string; alt?: string; title?: string }): Image {
  return { type: 'image', url, alt: alt ?? null, title: title ?? null };
}

function reference(target: string, notes: ReadonlySet<string>): PhrasingContent {
  if (notes.has(target)) return { type: 'footnoteReference', identifier: target.toLowerCase(), label: target };
  const link = attributes({ role: 'doc-noteref', href: noteHref(target) });
  return { type: 'html', value: `<sup><a${link}>${escapeText(target)}</a></sup>` };
}

/** Whether a label can be written `[^label]`; others are written as HTML. */
export function isNoteLabel(label: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M}.:_-]*$/u.test(label) && label.length < 200;
}
