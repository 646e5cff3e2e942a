import { CLOSE, DOT, FULL, GOES_ON, LINE_END, LOWER, QUOTE, SPACE, STRONG } from './character-class.ts';

const COLON = 0x3a;

/**
 * Whether a line that ends at `lineEnd` without a stop (its white space going on to `next`) ends a
 * sentence. Inside a block every line end was meant: verse, an address, a list.
 *
 * A sentence runs on over a comma, and into a small letter if the text is prose, that is if it has a
 * stop at its end (`endsProse`); "milk\neggs\nflour" is three things.
 */
export function endsLine(text: string, classes: Uint8Array, lineEnd: number, next: number, isProse: boolean): boolean {
  let last = lineEnd;
  while (last > 0 && classes[text.charCodeAt(last - 1)] === SPACE) last--;
  const code = text.charCodeAt(last - 1);
  if (classes[code] === GOES_ON && code !== COLON) return false;
  return classes[text.charCodeAt(next)] !== LOWER || !isProse;
}

/** Whether the last thing in the text is a stop, quotes and brackets after it aside. */
export function endsProse(text: string, classes: Uint8Array): boolean {
  for (let i = text.length - 1; i >= 0; i--) {
    const kind = classes[text.charCodeAt(i)];
    if (kind === DOT || kind === STRONG || kind === FULL) return true;
    if (kind !== CLOSE && kind !== QUOTE && kind !== SPACE && kind !== LINE_END) return false;
  }
  return false;
}
