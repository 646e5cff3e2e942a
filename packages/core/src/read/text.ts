import type { Reader } from './reader.ts';

/** Reads plain text: a headline, then paragraphs. */
export const readText: Reader = (text, _context, builder, meta) => {
  const paragraphs = text.split(/\n[ \t]*\n\s*/).filter((p) => p.trim() !== '');
  if (paragraphs.length > 1 && meta.set('title', paragraphs[0], 'text')) paragraphs.shift();
  for (const paragraph of paragraphs) {
    builder.open({ type: 'paragraph' });
    builder.text(paragraph);
    builder.close();
  }
  return undefined;
};
