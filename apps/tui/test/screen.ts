import type { IBufferCell, Terminal as XTerminal } from '@xterm/headless';

/** What a screen shows. */
export interface Screen {
  rows: readonly string[];
  text: string;
  /** Text with a line of styles under each row that has any; goldens hold this. */
  styled: string;
  isAlternate: boolean;
}

/** Letters of the styles, strongest first: a cell shows one. */
const STYLES: readonly [letter: string, has: (cell: IBufferCell) => number][] = [
  ['r', (cell) => cell.isInverse()],
  ['b', (cell) => cell.isBold()],
  ['u', (cell) => cell.isUnderline()],
  ['i', (cell) => cell.isItalic()],
  ['s', (cell) => cell.isStrikethrough()],
  ['d', (cell) => cell.isDim()],
];

export function screenOf(terminal: XTerminal): Screen {
  const buffer = terminal.buffer.active;
  const rows = Array.from(
    { length: terminal.rows },
    (_, row) =>
      buffer
        .getLine(buffer.baseY + row)
        ?.translateToString()
        .trimEnd() ?? '',
  );
  return {
    rows,
    text: rows.join('\n'),
    get styled() {
      return styledText(terminal, rows);
    },
    isAlternate: buffer.type === 'alternate',
  };
}

/**
 * The styles of a row, a letter a column: `r` inverse, `b` bold, `u` underlined, `i` italic, `s` struck,
 * `d` dim, `#` on a background, `c` coloured, a space for plain.
 */
export function cellStyles(terminal: XTerminal, row: number): string {
  const buffer = terminal.buffer.active;
  const line = buffer.getLine(buffer.baseY + row);
  let styles = '';
  for (let column = 0; column < terminal.cols; column++) {
    const cell = line?.getCell(column);
    if (!cell) break;
    const letter = STYLES.find(([, has]) => has(cell))?.[0];
    styles += letter ?? (cell.isBgDefault() ? (cell.isFgDefault() ? ' ' : 'c') : '#');
  }
  return styles.trimEnd();
}

function styledText(terminal: XTerminal, rows: readonly string[]): string {
  const lines: string[] = [];
  for (const [row, text] of rows.entries()) {
    lines.push(`|${text}`);
    const styles = cellStyles(terminal, row);
    if (styles !== '') lines.push(`~${styles}`);
  }
  return `${lines.join('\n')}\n`;
}
