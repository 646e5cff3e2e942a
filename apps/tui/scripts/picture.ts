/**
 * Makes the picture of the reader for the README from a real frame: the built reader in a pseudo-terminal,
 * with the seed article and a search. `npm run picture` writes `docs/reader.svg`.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildOnce } from '../test/build-once.ts';
import { svgOf } from './svg.ts';
import { Terminal } from '../test/terminal.ts';

const SIZE = { columns: 84, rows: 26 };

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const seeds = path.join(root, 'seeds');
const seed = readdirSync(seeds).find((name) => name.endsWith('.txt'));
if (seed === undefined) throw new Error('there is no seed article');

buildOnce();
const terminal = Terminal.reader([path.join(seeds, seed)], SIZE);
await terminal.until(({ rows }) => /\d+%/.test(rows.at(-1) ?? ''));
terminal.press('/security\r');
await terminal.until('1/');
const svg = svgOf(terminal.xterm, 'The reader showing an article, with the matches of a search marked');
terminal.close();
mkdirSync(path.join(root, 'docs'), { recursive: true });
writeFileSync(path.join(root, 'docs/reader.svg'), svg);
