import { keyLabel } from './help-rows.ts';
import { KEY_GROUPS } from './key-table.ts';

/** The keys as Markdown tables, for the README; a test holds the two together. */
export function keyTables(): string {
  const tables = KEY_GROUPS.map(({ title, bindings }) => {
    const rows = bindings.map(({ command, keys, help }) => [keys.map(keyCode).join(' '), help, `\`${command}\``]);
    return `### ${title}\n\n${table([['Keys', 'What they do', 'Command'], ...rows])}`;
  });
  return `${tables.join('\n\n')}\n`;
}

/** A table with its columns aligned, as the formatter has them. */
export function table(rows: readonly string[][]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', String.raw`\|`)));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const [head = '', ...body] = cells.map((row) => line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function keyCode(sequence: string): string {
  return `\`${keyLabel(sequence)}\``;
}
