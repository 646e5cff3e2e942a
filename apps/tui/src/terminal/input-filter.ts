/** Something the terminal sent that no one typed. */
export type Report =
  | { type: 'wheel'; direction: 'up' | 'down'; column: number; row: number }
  | { type: 'press'; column: number; row: number }
  | { type: 'focus'; focused: boolean }
  /** The terminal has changed to a light or a dark look (mode 2031). */
  | { type: 'look' }
  /** A key that Ink has no name for. */
  | { type: 'key'; name: 'F1' }
  /** The answer to a query; `body` without its introducer and terminator (`11;rgb:…`). */
  | { type: 'reply'; kind: 'csi' | 'osc' | 'dcs'; body: string };

/** What a chunk of input holds: keys, as the bytes stand, and reports. */
export interface Filtered {
  keys: string;
  reports: Report[];
}

const ESC = '\u001B';
const BEL = '\u0007';
/** No reply is longer; what goes on without an end is dropped instead of kept for ever. */
const MAX_REPLY = 64 * 1024;
const F1: ReadonlySet<string> = new Set([`${ESC}OP`, `${ESC}[P`, `${ESC}[11~`, `${ESC}[[A`]);
/** Bits of an SGR mouse button: the wheel, and motion. */
const WHEEL = 64;
const MOTION = 32;

/**
 * Takes replies to queries, mouse and focus reports out of what the terminal sends, so that only keys are
 * left: a reply that reached the key parser would act as if someone had typed it. A sequence cut in two is
 * held back until the rest comes (`push`) or surely will not (`flush`).
 */
export class InputFilter {
  #held = '';

  /**
   * What is held back: an ESC that may be a key, or a sequence that has begun. The owner calls `flush` when the
   * rest has been waited for long enough.
   */
  get holds(): 'nothing' | 'escape' | 'sequence' {
    return this.#held === '' ? 'nothing' : this.#held === ESC ? 'escape' : 'sequence';
  }

  push(chunk: string): Filtered {
    const input = this.#held + chunk;
    this.#held = '';
    const filtered: Filtered = { keys: '', reports: [] };
    let at = 0;
    while (at < input.length) {
      const escape = input.indexOf(ESC, at);
      if (escape < 0) break;
      filtered.keys += input.slice(at, escape);
      const end = sequenceEnd(input, escape);
      if (end === 'partial') {
        this.#held = input.length - escape > MAX_REPLY ? '' : input.slice(escape);
        return filtered;
      }
      const sequence = input.slice(escape, end);
      const report = reportOf(sequence);
      if (report === 'key') filtered.keys += sequence;
      else if (report) filtered.reports.push(report);
      at = end;
    }
    filtered.keys += input.slice(at);
    return filtered;
  }

  /** Gives up waiting: a lone ESC was a key, the beginning of a reply is dropped. */
  flush(): string {
    const held = this.#held;
    this.#held = '';
    return held.length <= 2 ? held : '';
  }
}

/** Index after the sequence that starts at `start`. Keys count as sequences: an arrow, Alt and a letter. */
function sequenceEnd(input: string, start: number): number | 'partial' {
  const introducer = input[start + 1];
  if (introducer === 'O') return input.length > start + 2 ? start + 3 : 'partial';
  if (introducer === undefined) return 'partial';
  if (introducer === '[') return csiEnd(input, start + 2);
  if (introducer === ']' || introducer === 'P' || introducer === '_' || introducer === '^') {
    return stringEnd(input, start + 2);
  }
  // ESC ESC may open an Alt-arrow; the key parser knows, and the second ESC is looked at next.
  return introducer === ESC ? start + 1 : start + 2;
}

/** CSI: parameters and intermediates (0x20-0x3F), then one final character (0x40-0x7E). */
function csiEnd(input: string, start: number): number | 'partial' {
  // ESC [ [ A is a function key of the Linux console.
  let at = input[start] === '[' ? start + 1 : start;
  for (; at < input.length; at++) {
    const code = input.charCodeAt(at);
    if (code >= 0x40 && code <= 0x7e) return at + 1;
    if (code < 0x20 || code > 0x3f) return at;
  }
  return 'partial';
}

/** OSC and the like end with BEL or ESC \. */
function stringEnd(input: string, start: number): number | 'partial' {
  for (let at = start; at < input.length; at++) {
    if (input[at] === BEL) return at + 1;
    if (input[at] !== ESC) continue;
    if (at + 1 === input.length) return 'partial';
    return input[at + 1] === '\\' ? at + 2 : at;
  }
  return 'partial';
}

/** The report that a whole sequence is; `null` for one that means nothing; `'key'` for everything else. */
function reportOf(sequence: string): Report | null | 'key' {
  if (F1.has(sequence)) return { type: 'key', name: 'F1' };
  if (sequence[1] === ']') return { type: 'reply', kind: 'osc', body: stringBody(sequence) };
  if (sequence[1] === 'P' || sequence[1] === '_' || sequence[1] === '^') {
    return { type: 'reply', kind: 'dcs', body: stringBody(sequence) };
  }
  if (sequence[1] !== '[') return 'key';
  if (sequence === `${ESC}[I` || sequence === `${ESC}[O`) return { type: 'focus', focused: sequence.endsWith('I') };
  if (sequence[2] === '<') return mouseReport(sequence);
  if (/^\[\?997;[12]n$/.test(sequence.slice(1))) return { type: 'look' };
  const final = sequence.at(-1);
  const asked = sequence[2] === '?' || sequence[2] === '>' || sequence[2] === '=';
  if (asked || final === 'c' || final === 'n' || final === 't' || final === 'y') {
    return { type: 'reply', kind: 'csi', body: sequence.slice(2) };
  }
  return 'key';
}

/** ESC [ < button ; column ; row, then M for a press and m for a release. */
function mouseReport(sequence: string): Report | null {
  const [button, column, row] = sequence.slice(3, -1).split(';').map(Number);
  if (button === undefined || column === undefined || row === undefined || sequence.endsWith('m')) return null;
  if (button & WHEEL)
    return (button & 3) > 1 ? null : { type: 'wheel', direction: button & 1 ? 'down' : 'up', column, row };
  return button & (MOTION | 3) ? null : { type: 'press', column, row };
}

function stringBody(sequence: string): string {
  return sequence.slice(2, sequence.endsWith(BEL) ? -1 : -2);
}
