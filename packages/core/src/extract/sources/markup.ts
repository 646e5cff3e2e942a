/** Tags that only markup has; a lone `<` or `<3` is text. */
const TAG = /<\/?(?:p|br|div|span|h[1-6]|ul|ol|li|a|b|i|em|strong|figure|img|blockquote|pre|table|section)[\s>/]/i;
const ESCAPED_TAG = /&lt;\/?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure)(?:&gt;|[\s/])/i;

/**
 * What a string of a page's data shows, as HTML: it may be HTML, HTML that was escaped once more, or text
 * whose lines are paragraphs.
 */
export function textToHtml(text: string): string {
  if (TAG.test(text)) return text;
  if (ESCAPED_TAG.test(text)) return unescapeOnce(text);
  const lines = text.split(/\r\n?|\n/);
  const paragraphs = lines.filter((line) => line.trim() !== '');
  // Entities stand in text, too; so only what would be a tag is escaped.
  return paragraphs.map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`).join('');
}

/** Text of which no tag is meant, as HTML. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Text inside a paragraph, as HTML; what has tags already stays. */
export function inlineToHtml(text: string): string {
  return TAG.test(text) ? text : text.replaceAll('<', '&lt;');
}

function unescapeOnce(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
