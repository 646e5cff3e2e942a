const IN_TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00A0': '&nbsp;' };
const IN_ATTRIBUTE: Readonly<Record<string, string>> = { ...IN_TEXT, '"': '&quot;' };

/** Text as it may stand between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\u00A0]/g, (character) => IN_TEXT[character] ?? character);
}

/** A list of attributes, each with a space before it, quoted; `undefined` leaves one out, `''` gives just the name. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    written += value === '' && name !== 'alt' ? ` ${name}` : ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return written;
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\u00A0]/g, (character) => IN_ATTRIBUTE[character] ?? character);
}
