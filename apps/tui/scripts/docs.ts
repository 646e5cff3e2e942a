/**
 * Writes what is made from the tables that the reader goes by: the keys, commands and settings in README.md, and the
 * manual page. Tests hold them to the tables.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { manPage } from '../src/cli/man-page.ts';
import { settingTable } from '../src/config/config-docs.ts';
import { keyTables } from '../src/reader/key-docs.ts';
import { lineCommandTable } from '../src/spoken/line-command-docs.ts';

const file: string = fileURLToPath(new URL('../README.md', import.meta.url));
const [before = ''] = readFileSync(file, 'utf8').split('<!-- keys -->');
const text: string = between(between(before, 'spoken', lineCommandTable()), 'settings', settingTable());
writeFileSync(file, `${text}<!-- keys -->\n\n${keyTables()}`);

const manual = new URL('../man/', import.meta.url);
mkdirSync(manual, { recursive: true });
writeFileSync(new URL('lede.1', manual), manPage());

/** The text with what stands between the two comments of a name replaced. */
function between(whole: string, name: string, content: string): string {
  const marks = new RegExp(`<!-- ${name} -->.*<!-- /${name} -->`, 's');
  return whole.replace(marks, () => `<!-- ${name} -->\n\n${content}\n\n<!-- /${name} -->`);
}
