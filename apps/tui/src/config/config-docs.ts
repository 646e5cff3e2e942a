import { table } from '../reader/key-docs.ts';
import { SETTINGS } from './config.ts';

/** The settings as a Markdown table, for the README; a test holds the two together. */
export function settingTable(): string {
  const rows = Object.entries(SETTINGS).map(([name, { help, expects, initial }]) => [
    `\`${name}\``,
    expects,
    `\`${initial}\``,
    help,
  ]);
  const keys = ['`key COMMAND`', 'keys, with `, ` between them', '', 'the keys of a command, in place of its own'];
  return table([['Setting', 'Values', 'Default', 'What it is for'], ...rows, keys]);
}
