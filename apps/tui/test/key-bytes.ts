const NAMED: Readonly<Record<string, string>> = {
  Space: ' ',
  Enter: '\r',
  Esc: '\u001B',
  Tab: '\t',
  'Shift-Tab': '\u001B[Z',
  Backspace: '\u007F',
  Delete: '\u001B[3~',
  Up: '\u001B[A',
  Down: '\u001B[B',
  Right: '\u001B[C',
  Left: '\u001B[D',
  'Shift-Right': '\u001B[1;2C',
  'Shift-Left': '\u001B[1;2D',
  'Alt-Right': '\u001B[1;3C',
  'Alt-Left': '\u001B[1;3D',
  'Alt-Backspace': '\u001B\u007F',
  PageUp: '\u001B[5~',
  PageDown: '\u001B[6~',
  Home: '\u001B[H',
  End: '\u001B[F',
  F1: '\u001BOP',
};

/** What a terminal sends for a key of the key table: `j`, `^D`, `PageDown`, `g g`. */
export function bytesOf(keys: string): string {
  return keys
    .split(' ')
    .map((key) => {
      const named = NAMED[key];
      if (named !== undefined) return named;
      return /^\^.$/.test(key) ? String.fromCharCode(key.charCodeAt(1) & 31) : key;
    })
    .join('');
}
