import { bindKeys, type KeyChanges } from './bind-keys.ts';
import type { CommandName, KeyMode } from './key-table.ts';

/** What a sequence of keys means: a command, the beginning of one, or nothing. */
export type Lookup = CommandName | 'prefix' | undefined;

/** Bindings, ready for dispatch. */
export interface Keymap {
  lookup(mode: KeyMode, sequence: readonly string[]): Lookup;
}

/** The key map of the table, with a user's `changes`: for each command, the keys instead. */
export function createKeymap(changes: KeyChanges = {}): Keymap {
  const modes = new Map<KeyMode, Map<string, Lookup>>();
  for (const { mode, bindings } of bindKeys(changes)) {
    const map = modes.get(mode) ?? new Map<string, Lookup>();
    modes.set(mode, map);
    for (const { command, keys } of bindings) {
      for (const sequence of keys) {
        const parts = sequence.split(' ');
        for (let i = 1; i < parts.length; i++) {
          const prefix = parts.slice(0, i).join(' ');
          if (!map.has(prefix)) map.set(prefix, 'prefix');
        }
        map.set(sequence, command as CommandName); // the table is where the names come from
      }
    }
  }
  return { lookup: (mode, sequence) => modes.get(mode)?.get(sequence.join(' ')) };
}
