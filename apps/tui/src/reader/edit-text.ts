/** A text without its last character. */
export function eraseCharacter(text: string): string {
  return Array.from(text).slice(0, -1).join('');
}

/** A text without its last word. */
export function eraseWord(text: string): string {
  const kept = text.trimEnd();
  let start = kept.length;
  while (start > 0 && kept[start - 1]?.trim() !== '') start--;
  return kept.slice(0, start);
}
