import { KEY_GROUPS } from '../src/reader/key-table.ts';
import { bytesOf } from './key-bytes.ts';

/** One thing that happens to a terminal. */
export type Step =
  | { type: 'input'; bytes: Buffer }
  | { type: 'resize'; columns: number; rows: number }
  | { type: 'signal'; signal: 'SIGWINCH' | 'SIGCONT' };

/**
 * The keys that end the reader are pressed when a run is over; without job control nothing can stop it. Reading again
 * and the editor go on after the key, and may change the screen while it is compared; the palette leads to all of them.
 */
const LEFT_OUT = new Set(['Z Z', '^C', '^Z', 'R', 'e', ':']);
const KEYS = KEY_GROUPS.flatMap(({ bindings }) => bindings.flatMap(({ keys }) => keys))
  .filter((key) => !LEFT_OUT.has(key))
  .map(bytesOf);
const TEXT = ['a', 'bees', ' ', '漢字', 'é', 'עברית', '👩‍👩‍👧', '\u0000', '\u007F', '\r', '\n', '9', '0'];
/** Sequences that have begun and do not end, end wrongly, or were never asked for. */
const BROKEN = [
  '\u001B',
  '\u001B\u001B',
  '\u001B[',
  '\u001B[1;',
  '\u001B[999999999999A',
  '\u001B[1;2;3;4;5;6;7;8Z',
  '\u001BO',
  '\u001B]52;c;',
  '\u001B]11;rgb:ffff/ffff/ffff\u0007',
  '\u001B]8;;\u0007',
  '\u001BP>|xterm',
  '\u001B\\',
  '\u001B_Gi=1;OK\u001B\\',
  '\u001B[?1;2c',
  '\u001B[?997;1n',
  '\u001B[200~',
  '\u001B[201~',
  '\u001B[I',
  '\u001B[O',
  '\u001B[<',
  '\u001B[M !!',
  '\u009B31m',
];

/** Steps that are the same for the same seed. */
export function* randomSteps(seed: number, count: number): Generator<Step> {
  const random = generator(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? '';
  const keys = (length: number): string => Array.from({ length }, () => pick(KEYS)).join('');
  const input = (text: string): Step => ({ type: 'input', bytes: Buffer.from(text) });
  for (let step = 0; step < count; step++) {
    const kind = below(100);
    if (kind < 45) yield input(keys(1 + below(3)));
    else if (kind < 55) yield input(pick(TEXT));
    else if (kind < 65) yield input(pick(BROKEN));
    else if (kind < 70) yield input(`\u001B[<${pick(['0', '2', '32', '35', '64', '65'])};${below(300)};${below(99)}M`);
    else if (kind < 75) yield input(`\u001B[200~${pick(TEXT)}${pick(BROKEN)}${pick(TEXT)}\u001B[201~`);
    // No controls: what the line discipline makes of them while a reader starts is not the reader's doing.
    else if (kind < 78)
      yield { type: 'input', bytes: Buffer.from(Array.from({ length: 1 + below(8) }, () => 128 + below(128))) };
    else if (kind < 80) yield input(keys(200 + below(1000)));
    else if (kind < 82) yield input(`\u001B[200~${'words and words '.repeat(below(2000))}\u001B[201~`);
    else if (kind < 97) yield { type: 'resize', columns: 1 + below(200), rows: 1 + below(60) };
    else yield { type: 'signal', signal: below(2) === 0 ? 'SIGWINCH' : 'SIGCONT' };
  }
}

/** Mulberry32: numbers from 0 to 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
