/**
 * Splits one block's text into sentences. Returns the end offset of each sentence, ascending; the last is
 * `text.length`, so that the sentences tile the text (white space after a sentence belongs to it).
 */
export function segment(text: string, _language?: string): number[] {
  return [text.length];
}
