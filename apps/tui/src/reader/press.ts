import { runCommand } from './commands.ts';
import type { KeyMode } from './key-table.ts';
import { changeNote } from './highlight.ts';
import { useMark } from './history.ts';
import type { Keymap } from './keymap.ts';
import { typeInFilter } from './list.ts';
import { typeHint } from './links.ts';
import { typeInSearch } from './search.ts';
import { keepTyped, typeAhead } from './type-ahead.ts';
import type { Mode, State } from './state.ts';

/** Larger counts are typing errors, and would only overflow. */
const MAX_COUNT = 99_999_999;

/** The state after one key: it completes a command, goes on with a sequence or a count, or is text. */
export function press(state: State, key: string, keymap: Keymap): State {
  if (state.ahead) return typeAhead(state, key, state.ahead, keymap);
  const mode = keyMode(state.mode);
  const fresh: State = state.message ? { ...state, message: null } : state;
  if (mode === 'letter') return useMark({ ...fresh, count: null }, key);
  if (mode === 'hints') return typeHint({ ...fresh, count: null }, key);
  if (/^\d$/.test(key) && takesCount(mode) && (key !== '0' || fresh.count !== null)) {
    return { ...fresh, count: Math.min(MAX_COUNT, (fresh.count ?? 0) * 10 + Number(key)) };
  }
  const sequence = [...fresh.pending, key];
  const found = keymap.lookup(mode, sequence);
  if (found === 'prefix') return { ...fresh, pending: sequence };
  const settled: State = { ...fresh, pending: [], count: null };
  if (found !== undefined) return runCommand(settled, found, fresh.count);
  // The key does not go on with the sequence: the sequence meant nothing, but the key may.
  if (fresh.pending.length > 0) return press({ ...fresh, pending: [] }, key, keymap);
  const text = key === 'Space' ? ' ' : key;
  // Names of keys (`F5`, `Alt-x`) are no text.
  return Array.from(text).length === 1 ? typeText(settled, text) : settled;
}

/** Text that goes into a prompt as it is; elsewhere it means nothing. */
export function paste(state: State, text: string): State {
  if (state.ahead) return keepTyped(state, { pasted: text }, state.ahead);
  return typeText(state, text.replace(/\s+/g, ' '));
}

function typeText(state: State, text: string): State {
  switch (keyMode(state.mode)) {
    case 'search':
      return typeInSearch(state, text);
    case 'filter':
      return typeInFilter(state, text);
    case 'note':
      return changeNote(state, (note) => note + text);
    default:
      return state;
  }
}

function keyMode(mode: Mode): KeyMode {
  if (mode.kind === 'list') return mode.typing ? 'filter' : 'list';
  return mode.kind;
}

function takesCount(mode: KeyMode): boolean {
  return mode === 'read' || mode === 'list' || mode === 'help' || mode === 'select';
}
