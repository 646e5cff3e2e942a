import { keyLabel } from './help-rows.ts';
import type { CommandName } from './key-table.ts';
import { openList } from './list.ts';
import type { ListItem, State } from './state.ts';

/** Lists every command of the reader, to be found by what it does. */
export function openPalette(state: State): State {
  const items: ListItem[] = [];
  for (const { mode, bindings } of state.bindings) {
    if (mode !== 'read') continue;
    for (const { command, keys, help } of bindings) {
      if (command === 'palette') continue;
      const choose = { type: 'command', command: command as CommandName } as const; // the table names commands
      items.push({ label: help, indent: 0, detail: keys.map(keyLabel).join(' '), also: command, choose });
    }
  }
  return openList(state, { title: 'Commands', items, selected: 0, typing: true, isPrompt: true });
}
