const NAMES: ReadonlySet<string> = new Set([
  'Space',
  'Enter',
  'Esc',
  'Tab',
  'Backspace',
  'Up',
  'Down',
  'Left',
  'Right',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  'Delete',
  'F1',
]);

/** Whether a name is that of a key: a character, a name of the list, or one of them with Control, Alt or Shift. */
export function isKeyName(name: string): boolean {
  const plain = name.startsWith('Alt-') && name.length > 'Alt-'.length ? name.slice('Alt-'.length) : name;
  if (NAMES.has(plain) || /^Ctrl-(?:Up|Down|Left|Right|Home|End|PageUp|PageDown|Delete)$/.test(plain)) return true;
  if (/^Shift-(?:Tab|Left|Right)$/.test(plain) || /^\^[A-Z\\\]^_]$/.test(plain)) return true;
  // Digits are counts.
  if (/^[1-9]$/.test(plain)) return plain !== name;
  return Array.from(plain).length === 1 && plain > ' ' && plain !== '\u007F';
}
