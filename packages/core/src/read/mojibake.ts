/** The bytes of a character of UTF-8 beyond ASCII (RFC 3629, section 4), each read as a character of Latin-1. */
const MISREAD =
  /[\u00C2-\u00DF][\u0080-\u00BF]|(?:\u00E0[\u00A0-\u00BF]|[\u00E1-\u00EC\u00EE\u00EF][\u0080-\u00BF]|\u00ED[\u0080-\u009F])[\u0080-\u00BF]|(?:\u00F0[\u0090-\u00BF]|[\u00F1-\u00F3][\u0080-\u00BF]|\u00F4[\u0080-\u008F])[\u0080-\u00BF]{2}/g;
/** Control characters that no text has, and that many of these bytes become. */
const CONTROL = /[\u0080-\u009F]/;

/**
 * UTF-8 that somebody read as Latin-1 and wrote as UTF-8 (`donâ\u0080\u0099t`), as its author meant it; `undefined` for
 * a text that is none. Only control characters prove it: `Ã©` alone may be meant.
 */
export function withoutMojibake(text: string): string | undefined {
  if (!CONTROL.test(text)) return undefined;
  let isProven = false;
  const repaired = text.replace(MISREAD, (misread) => {
    isProven ||= CONTROL.test(misread);
    // The first byte has one bit less for each byte more, and each byte after it six.
    let code = misread.charCodeAt(0) & (0x7f >> misread.length);
    for (let i = 1; i < misread.length; i++) code = (code << 6) | (misread.charCodeAt(i) & 0x3f);
    return String.fromCodePoint(code);
  });
  return isProven ? repaired : undefined;
}
