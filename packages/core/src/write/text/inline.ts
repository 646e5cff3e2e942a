import type { Block, Mark } from '../../article/types.ts';

/** The text of one leaf as it reads without marks: images by their description, references by their label. */
export function inlineText(text: string, leaf: Block, marks: readonly Mark[]): string {
  let shown = '';
  let at = leaf.start;
  for (const mark of marks) {
    if (mark.type !== 'image' && mark.type !== 'footnoteReference') continue;
    shown += text.slice(at, mark.start) + (mark.type === 'image' ? imageText(mark) : `[${mark.target}]`);
    at = mark.end;
  }
  return shown + text.slice(at, leaf.end);
}

export function imageText({ alt, title }: { alt?: string; title?: string }): string {
  return `[${alt ?? title ?? 'image'}]`;
}
