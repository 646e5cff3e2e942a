import type { Draft, DraftBlock, Diagnostic, Mark, Meta } from '../src/article/types.ts';

export interface OutlineOptions {
  /** Put `¦` between the sentences of a block. */
  sentences?: boolean;
}

/** Fields of a block that its line does not repeat: place and address are seen from the outline itself. */
const PLACE: ReadonlySet<string> = new Set(['type', 'start', 'end', 'id', 'parent']);
/** What an editor would not show, or show as something else. */
const INVISIBLE = /[\u0000-\u001F\u007F-\u00A0\u00AD\u061C\u200B-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF]/g;

/**
 * Renders an article as lines that a person can read and compare: metadata with its origin, one line a
 * block (indented as it is nested), diagnostics. Marks stand inline:
 *
 *     title "A day" (text)
 *     authors [{"name":"Ann Lee"}] (text)
 *
 *     paragraph: He said ⟦strong no⟧.⏎Then ⟦link url="https://a.example/" this⟧.⟦footnoteReference target="1"⟧
 *     list ordered=true
 *       listItem
 *         paragraph: one
 *     code
 *       | kept line
 *       | by line
 */
export function outline(article: Draft, options: OutlineOptions = {}): string {
  const lines = metaLines(article.meta);
  if (lines.length > 0) lines.push('');
  const { blocks, marks, text } = article;
  const depths: number[] = [];
  let mark = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as DraftBlock; // in range
    const depth = block.parent === null ? 0 : (depths[block.parent] as number) + 1; // parents come first
    depths.push(depth);
    const indent = '  '.repeat(depth);
    const head = `${indent}${block.type}${fields(block, PLACE)}`;
    if (blocks[i + 1]?.parent === i || block.start === block.end) {
      lines.push(head);
      continue;
    }
    const own: Mark[] = [];
    for (; mark < marks.length && (marks[mark] as Mark).start < block.end; mark++) own.push(marks[mark] as Mark);
    const ends = new Set<number>();
    if (options.sentences) {
      for (const sentence of article.sentences) if (sentence.block === i) ends.add(sentence.end);
      ends.delete(block.end);
    }
    const shown = inline(text, block, own, ends);
    if (block.type === 'code') lines.push(head, ...shown.split('\n').map((line) => `${indent}  | ${line}`.trimEnd()));
    else lines.push(`${head}: ${shown}`);
  }
  if (article.diagnostics.length > 0) lines.push('', ...article.diagnostics.map(diagnosticLine));
  return `${lines.join('\n')}\n`;
}

function metaLines(meta: Meta): string[] {
  return Object.entries(meta)
    .filter(([field, value]) => field !== 'origin' && value.length > 0)
    .map(([field, value]) => `${field} ${escape(JSON.stringify(value))} (${meta.origin[field]})`);
}

function diagnosticLine({ code, block, message }: Diagnostic): string {
  return `! ${code}${block === undefined ? '' : ` at ${block}`}: ${message}`;
}

function fields(content: object, hidden: ReadonlySet<string>): string {
  return Object.entries(content)
    .filter(([name]) => !hidden.has(name))
    .map(([name, value]) => ` ${name}=${escape(JSON.stringify(value))}`)
    .join('');
}

/** The text of a leaf with its marks, which are sorted and never cross. */
function inline(
  text: string,
  { start, end, type }: DraftBlock,
  marks: readonly Mark[],
  ends: ReadonlySet<number>,
): string {
  const open: number[] = [];
  let shown = '';
  let next = 0;
  for (let at = start; at <= end; at++) {
    while (open.at(-1) === at) {
      open.pop();
      shown += '⟧';
    }
    if (ends.has(at)) shown += '¦';
    if (at === end) break;
    let atom = false;
    for (let mark = marks[next]; mark?.start === at; mark = marks[++next]) {
      if (mark.type === 'break') {
        shown += '⏎';
        atom = true;
      } else {
        const isAtom = mark.type === 'image' || mark.type === 'footnoteReference';
        shown += `⟦${mark.type}${fields(mark, PLACE)}${isAtom ? '' : ' '}`;
        open.push(mark.end);
        atom ||= isAtom;
      }
    }
    const unit = text.charAt(at);
    if (!atom) shown += type === 'code' && unit === '\n' ? unit : escape(unit);
  }
  return shown;
}

function escape(text: string): string {
  return text.replace(INVISIBLE, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`);
}
