import { table } from '../reader/key-docs.ts';
import { LINE_COMMANDS, type LineCommand } from './line-commands.ts';

/** The commands as a Markdown table, for the README; a test holds the two together. */
export function lineCommandTable(): string {
  const commands: readonly LineCommand[] = LINE_COMMANDS;
  const rows = commands.map(({ name, short, argument, help }) => {
    const forms = [`\`${name}\``, ...(short === undefined ? [] : [`\`${short}\``])].join(' ');
    return [forms, argument === undefined ? '' : `\`${argument}\``, help];
  });
  return table([['Command', 'May follow', 'What it does'], ...rows]);
}
