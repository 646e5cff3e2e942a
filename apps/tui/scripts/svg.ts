import type { IBufferCell, Terminal as XTerminal } from '@xterm/headless';

/** A run of cells that look the same. */
interface Run {
  column: number;
  columns: number;
  text: string;
  color: string;
  background: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  dim: boolean;
}

const CELL = { width: 8.4, height: 18 };
const PADDING = 14;
const FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
const INK = '#d8dade';
const PAGE = '#1b1e24';
/** The sixteen colours of the palette that the picture is made with. */
const PALETTE =
  '#1b1e24 #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #d8dade #6b7280 #f28b95 #b5d99c #ffd58a #8cc8ff #dda0f0 #7fd6e0 #ffffff'.split(
    ' ',
  );

/** What a terminal shows, as an SVG that holds nothing but text and rectangles. */
export function svgOf(terminal: XTerminal, title: string): string {
  const width = Math.ceil(terminal.cols * CELL.width + 2 * PADDING);
  const height = terminal.rows * CELL.height + 2 * PADDING;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(title)}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="${PAGE}"/>`,
    `<g font-family="${FONT}" font-size="14" style="white-space: pre">`,
  ];
  for (let row = 0; row < terminal.rows; row++) {
    for (const run of runsOf(terminal, row)) parts.push(...drawRun(run, row));
  }
  return `${[...parts, '</g>', '</svg>'].join('\n')}\n`;
}

function drawRun(run: Run, row: number): string[] {
  const x = (PADDING + run.column * CELL.width).toFixed(1);
  const y = PADDING + row * CELL.height;
  const width = (run.columns * CELL.width).toFixed(1);
  const parts: string[] = [];
  if (run.background !== PAGE) {
    parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${CELL.height}" fill="${run.background}"/>`);
  }
  const text = run.text.trim();
  if (text === '') return parts;
  // Spaces at the ends are dropped by what shows an SVG, so the text starts after them.
  const before = run.text.length - run.text.trimStart().length;
  const after = run.text.length - run.text.trimEnd().length;
  const textX = (PADDING + (run.column + before) * CELL.width).toFixed(1);
  const textWidth = ((run.columns - before - after) * CELL.width).toFixed(1);
  const style = [
    run.bold ? ' font-weight="bold"' : '',
    run.italic ? ' font-style="italic"' : '',
    run.underline ? ' text-decoration="underline"' : '',
    run.dim ? ' opacity="0.6"' : '',
  ].join('');
  // The length is given, so that the columns stand whatever font shows them.
  parts.push(
    `<text x="${textX}" y="${y + CELL.height - 5}" fill="${run.color}" textLength="${textWidth}" lengthAdjust="spacingAndGlyphs"${style}>${escape(text)}</text>`,
  );
  return parts;
}

function runsOf(terminal: XTerminal, row: number): Run[] {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.baseY + row);
  const runs: Run[] = [];
  for (let column = 0; column < terminal.cols; column++) {
    const cell = line?.getCell(column);
    if (!cell || cell.getWidth() === 0) continue;
    const next = runOf(cell, column);
    const last = runs.at(-1);
    if (last && looksAlike(last, next)) {
      last.text += next.text;
      last.columns += next.columns;
    } else {
      runs.push(next);
    }
  }
  return runs;
}

function runOf(cell: IBufferCell, column: number): Run {
  const color = cell.isFgDefault() ? INK : colorOf(cell.getFgColor(), cell.isFgRGB());
  const background = cell.isBgDefault() ? PAGE : colorOf(cell.getBgColor(), cell.isBgRGB());
  const inverse = cell.isInverse() !== 0;
  return {
    column,
    columns: cell.getWidth(),
    text: cell.getChars() || ' ',
    color: inverse ? background : color,
    background: inverse ? color : background,
    bold: cell.isBold() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    dim: cell.isDim() !== 0,
  };
}

function looksAlike(a: Run, b: Run): boolean {
  return (
    a.color === b.color &&
    a.background === b.background &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.dim === b.dim
  );
}

/** A palette index, or 0xRRGGBB. The 256-colour cube is not used by the default theme. */
function colorOf(color: number, isRgb: boolean): string {
  return isRgb ? `#${color.toString(16).padStart(6, '0')}` : (PALETTE[color] ?? INK);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
