/** Writes the tables of keys into README.md, from the key table. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keyTables } from '../src/reader/key-docs.ts';

const file: string = fileURLToPath(new URL('../README.md', import.meta.url));
const text = readFileSync(file, 'utf8');
const [before = ''] = text.split('<!-- keys -->');
writeFileSync(file, `${before}<!-- keys -->\n\n${keyTables()}`);
