import { readdirSync } from 'node:fs';
import path from 'node:path';
import { mediaTypeOfName } from './media-type.ts';

/** More files than anyone looks through in a list. */
const MOST_FILES = 2000;

/** The articles in a folder and the folders in it, by name; hidden ones and `node_modules` are left out. */
export function articlesIn(folder: string): string[] {
  const found: string[] = [];
  const waiting = [folder];
  for (let next = waiting.shift(); next !== undefined && found.length < MOST_FILES; next = waiting.shift()) {
    const entries = readdirSync(next, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const at = path.join(next, entry.name);
      if (entry.isDirectory()) waiting.push(at);
      else if (mediaTypeOfName(entry.name) !== undefined) found.push(at);
    }
  }
  return found.slice(0, MOST_FILES);
}
