import type { Key } from 'ink';

/** Keys that Ink reports by a flag. */
const FLAGS = [
  ['upArrow', 'Up'],
  ['downArrow', 'Down'],
  ['leftArrow', 'Left'],
  ['rightArrow', 'Right'],
  ['pageUp', 'PageUp'],
  ['pageDown', 'PageDown'],
  ['home', 'Home'],
  ['end', 'End'],
  ['return', 'Enter'],
  ['escape', 'Esc'],
  ['tab', 'Tab'],
  ['backspace', 'Backspace'],
  ['delete', 'Delete'],
] as const satisfies readonly (readonly [keyof Key, string])[];

/** Keys that mean something else with Shift; on the others it makes no difference. */
const SHIFTED: ReadonlySet<string> = new Set(['Tab', 'Left', 'Right']);

/**
 * Names of the keys in one input event: `j`, `G`, `^D`, `Space`, `Enter`, `Alt-Left`, `Shift-Tab`. Keys typed
 * fast arrive as one string, so an event may hold any number of them.
 */
export function keyNames(input: string, key: Key): string[] {
  const special = FLAGS.find(([flag]) => key[flag])?.[1];
  if (special !== undefined) {
    const shift = key.shift && SHIFTED.has(special) ? 'Shift-' : '';
    // Esc sets `meta` on its own; Alt-Esc is Esc to us.
    const alt = key.meta && special !== 'Esc' ? 'Alt-' : '';
    return [`${alt}${key.ctrl ? 'Ctrl-' : ''}${shift}${special}`];
  }
  if (key.ctrl && input.length === 1) return [`${key.meta ? 'Alt-' : ''}^${input.toUpperCase()}`];
  const names = Array.from(input, characterName);
  return key.meta && names.length === 1 ? [`Alt-${names[0]}`] : names;
}

function characterName(character: string): string {
  switch (character) {
    case ' ':
      return 'Space';
    case '\r':
    case '\n':
      return 'Enter';
    case '\t':
      return 'Tab';
    case '\u001B':
      return 'Esc';
    case '\b':
    case '\u007F':
      return 'Backspace';
    default:
      return character < ' ' ? `^${String.fromCharCode(character.charCodeAt(0) + 64)}` : character;
  }
}
