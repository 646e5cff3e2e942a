/**
 * A reader in a process of its own, for tests: `node writer.ts <folder> <name> <count>` saves one highlight
 * after the other, each with the note `<name> <number>`, and prints the number once it is saved.
 */
import process from 'node:process';
import { addHighlight } from '../src/highlight/highlight.ts';
import { emptyState } from '../src/state/change.ts';
import { openState } from '../src/store/state-store.ts';
import { article, IDENTITY, noteOf } from './written-article.ts';

const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const store = openState({ folder, now: () => new Date() });

// It never sees what the others save: merging is the store's work.
let state = emptyState(IDENTITY);
for (let n = 0; n < Number(count); n++) {
  const span = { start: n, end: n + 1 + name.length };
  const added = addHighlight(state, article, span, { now: new Date(), note: noteOf(name, n) });
  if (!added) throw new Error('nothing to highlight');
  ({ state } = added);
  const saved = await store.save(state);
  if (!saved.ok) throw new Error(saved.error.message);
  process.stdout.write(`${n}\n`);
}
