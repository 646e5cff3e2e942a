import { KEY_GROUPS, type KeyGroup, type KeyMode } from './key-table.ts';

/** Keys by command, in place of those of the table. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>;

/** Two commands that want one key in one situation. */
export interface KeyConflict {
  key: string;
  commands: readonly [string, string];
}

/**
 * The key table with a user's changes. A key that the user gives to a command is taken from the command that has it
 * in the table, so that a key which a later version of the table takes up does not make a good file bad.
 */
export function bindKeys(changes: KeyChanges): readonly KeyGroup[] {
  if (Object.keys(changes).length === 0) return KEY_GROUPS;
  const taken = new Map<KeyMode, string[]>();
  for (const { mode, bindings } of KEY_GROUPS) {
    const keys = bindings.flatMap(({ command }) => changes[command] ?? []);
    taken.set(mode, [...(taken.get(mode) ?? []), ...keys]);
  }
  return KEY_GROUPS.map((group) => ({
    ...group,
    bindings: group.bindings.map((binding) => {
      const own = changes[binding.command];
      const isFree = (key: string): boolean => !taken.get(group.mode)?.some((other) => hides(other, key));
      return { ...binding, keys: own ?? binding.keys.filter(isFree) };
    }),
  }));
}

/** The first two commands to which `changes` give the same key, or a key and a sequence that begins with it. */
export function findConflict(changes: KeyChanges): KeyConflict | undefined {
  for (const mode of new Set(KEY_GROUPS.map((group) => group.mode))) {
    const seen: { key: string; command: string }[] = [];
    for (const { bindings } of KEY_GROUPS.filter((group) => group.mode === mode)) {
      for (const { command } of bindings) {
        for (const key of changes[command] ?? []) {
          const other = seen.find((one) => one.command !== command && hides(one.key, key));
          if (other) return { key, commands: [other.command, command] };
          seen.push({ key, command });
        }
      }
    }
  }
  return undefined;
}

/** A command that ends something, and is left without a key by `changes`; one would be caught there. */
export function findTrap(changes: KeyChanges): string | undefined {
  for (const { bindings } of bindKeys(changes)) {
    for (const { command, keys } of bindings) if (keys.length === 0 && ENDINGS.test(command)) return command;
  }
  return undefined;
}

const ENDINGS = /^quit$|-(?:close|cancel|end)$/;

/** Whether two sequences cannot both be keys: one is the other, or begins it. */
function hides(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
