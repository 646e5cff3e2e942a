/** An object or array that is being written. */
interface Frame {
  value: object;
  /** Names of what is left to write, the next one last; of an array, indexes. */
  keys: string[];
  isArray: boolean;
  isEmpty: boolean;
}

/**
 * `JSON.stringify` with sorted keys, by a loop: values nested a million deep are written too. `indent` is
 * what one level is indented by (`''`: everything on one line), `level` where the value itself stands.
 *
 * Throws a `TypeError` on what JSON cannot hold: a cycle, a bigint.
 */
export function sortedJson(root: unknown, indent: string, level: number): string {
  const parts: string[] = [];
  const frames: Frame[] = [];
  const open = new Set<object>();
  const newLine = (): void => {
    if (indent !== '') parts.push(`\n${indent.repeat(level + frames.length)}`);
  };
  const write = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      parts.push(JSON.stringify(value) ?? 'null');
      return;
    }
    if (open.has(value)) throw new TypeError('a cycle cannot be written as JSON');
    open.add(value);
    const isArray = Array.isArray(value);
    const keys = isArray ? [...value.keys()].map(String) : Object.keys(value).filter((key) => isWritten(value, key));
    parts.push(isArray ? '[' : '{');
    frames.push({ value, keys: (isArray ? keys : keys.toSorted()).toReversed(), isArray, isEmpty: true });
  };
  write(plain(root));
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const key = frame.keys.pop();
    if (key === undefined) {
      frames.pop();
      open.delete(frame.value);
      if (!frame.isEmpty) newLine();
      parts.push(frame.isArray ? ']' : '}');
      continue;
    }
    if (!frame.isEmpty) parts.push(',');
    frame.isEmpty = false;
    newLine();
    if (!frame.isArray) parts.push(JSON.stringify(key), indent === '' ? ':' : ': ');
    write(plain((frame.value as Record<string, unknown>)[key])); // one of its own keys
  }
  return parts.join('');
}

/** What stands for a value in JSON, as `toJSON` says (of a `Date`, its text). */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('toJSON' in value)) return value;
  return typeof value.toJSON === 'function' ? (value.toJSON() as unknown) : value;
}

/** Whether JSON has the member at all: `undefined` and functions are left out. */
function isWritten(value: object, key: string): boolean {
  const member: unknown = (value as Record<string, unknown>)[key]; // one of its own keys
  return member !== undefined && typeof member !== 'function' && typeof member !== 'symbol';
}
