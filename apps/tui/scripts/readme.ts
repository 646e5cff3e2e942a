/** Writes the tables of keys and commands into README.md, from the tables that the reader goes by. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keyTables } from '../src/reader/key-docs.ts';
import { lineCommandTable } from '../src/spoken/line-command-docs.ts';

const file: string = fileURLToPath(new URL('../README.md', import.meta.url));
const text = readFileSync(file, 'utf8');
const [before = ''] = text.split('<!-- keys -->');
const spoken = `<!-- spoken -->\n\n${lineCommandTable()}\n\n<!-- /spoken -->`;
writeFileSync(
  file,
  `${before.replace(/<!-- spoken -->.*<!-- \/spoken -->/s, () => spoken)}<!-- keys -->\n\n${keyTables()}`,
);
