import type { KeyGroup } from './key-table.ts';

/** A row of the help window: a title, a key with what it does, or an empty row (neither). */
export interface HelpRow {
  title?: string;
  keys?: string;
  help?: string;
}

const SHORT: Readonly<Record<string, string>> = { PageDown: 'PgDn', PageUp: 'PgUp' };

/** A sequence as people write it: `gg`, `PgDn`. */
export function keyLabel(sequence: string): string {
  const parts = sequence.split(' ').map((key) => SHORT[key] ?? key);
  return parts.join(parts.every((part) => part.length === 1) ? '' : ' ');
}

/** What the help window shows: the keys in effect. */
export function helpRows(groups: readonly KeyGroup[]): HelpRow[] {
  const rows: HelpRow[] = [];
  for (const { title, bindings } of groups) {
    if (rows.length > 0) rows.push({});
    rows.push({ title });
    for (const { keys, help } of bindings) rows.push({ keys: keys.map(keyLabel).join('  '), help });
  }
  return rows;
}
