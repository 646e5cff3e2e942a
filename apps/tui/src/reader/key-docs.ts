import { keyLabel } from './help-rows.ts';
import { KEY_GROUPS } from './key-table.ts';

/** The keys as Markdown tables, for the README; the test beside the README holds the two together. */
export function keyTables(): string {
  const tables = KEY_GROUPS.map(({ title, bindings }) => {
    const rows = bindings.map(
      ({ command, keys, help }) => `| ${keys.map(keyCode).join(' ')} | ${escape(help)} | \`${command}\` |`,
    );
    return [`### ${title}`, '', '| Keys | What they do | Command |', '| --- | --- | --- |', ...rows].join('\n');
  });
  return `${tables.join('\n\n')}\n`;
}

function keyCode(sequence: string): string {
  const label = keyLabel(sequence);
  return label.includes('`') ? `\`\` ${label} \`\`` : `\`${label}\``;
}

function escape(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
