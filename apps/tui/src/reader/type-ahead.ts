import { runCommand } from './commands.ts';
import type { CommandName } from './key-table.ts';
import type { Keymap } from './keymap.ts';
import type { State, Typed } from './state.ts';

/** More than anyone types; a key that was left lying on the keyboard must not fill the memory. */
const MOST_TYPED = 1000;
/** What acts at once, before anything else was typed: a `q` after that may be part of a word to search for. */
const URGENT: ReadonlySet<CommandName> = new Set<CommandName>(['quit', 'suspend', 'redraw']);

/** From now on keys are for the article that is being opened. */
export function startTypingAhead(state: State): State {
  return { ...state, pending: [], count: null, ahead: [] };
}

/** Keeps a key for the article that is being opened, unless it is one that gives up or leaves. */
export function typeAhead(state: State, key: string, ahead: readonly Typed[], keymap: Keymap): State {
  const command = keymap.lookup('read', [key]);
  if (command !== undefined && command !== 'prefix') {
    const isCharacter = Array.from(key).length === 1;
    const isUrgent = URGENT.has(command) && (ahead.length === 0 || !isCharacter);
    // What leaves a list gives up what was chosen in it.
    if (command === 'clear' || (isUrgent && command === 'quit' && state.mode.kind !== 'read')) {
      return runCommand(state, 'clear');
    }
    if (isUrgent) return runCommand(state, command);
  }
  return keepTyped(state, { key }, ahead);
}

export function keepTyped(state: State, typed: Typed, ahead: readonly Typed[]): State {
  return ahead.length < MOST_TYPED ? { ...state, ahead: [...ahead, typed] } : state;
}
