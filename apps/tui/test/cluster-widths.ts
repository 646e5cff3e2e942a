import type { IUnicodeVersionProvider } from '@xterm/headless';

/**
 * How wide terminals that know grapheme clusters (foot, WezTerm, Windows Terminal) show text: a cluster stands in one
 * or two columns. The emulator by itself knows Unicode 6 alone, where a family of emoji is four characters. Written
 * without the reader's own tables, so that the two can disagree.
 */
export class ClusterWidths implements IUnicodeVersionProvider {
  readonly version = 'clusters';
  /** Clusters met; the emulator keeps the index of the last one. */
  readonly #clusters: string[] = [''];
  readonly #known = new Map<string, number>();

  wcwidth(codePoint: number): 0 | 1 | 2 {
    return widthOf(String.fromCodePoint(codePoint));
  }

  /** The emulator's own packing: 24 bits of state, two of width, one for joining the cell before. */
  charProperties(codePoint: number, preceding: number): number {
    const character = String.fromCodePoint(codePoint);
    const before = this.#clusters[preceding >> 3] ?? '';
    const joins = before !== '' && isOneCluster(before + character);
    const cluster = joins ? before + character : character;
    return (this.#indexOf(cluster) << 3) | (widthOf(cluster) << 1) | (joins ? 1 : 0);
  }

  #indexOf(cluster: string): number {
    let index = this.#known.get(cluster);
    if (index === undefined) {
      index = this.#clusters.push(cluster) - 1;
      this.#known.set(cluster, index);
    }
    return index;
  }
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });
const PLAIN = /^[ -~]+$/;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;
const WIDE =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;
const HALF_WIDTH = /^[\uff61-\uffdc]/;
/** A symbol with the selector that makes an emoji of it; a flag; a letter in a keycap. */
const EMOJI = /^(?:\p{Emoji}\ufe0f?\u20e3|\p{Emoji}\ufe0f|\p{RI}\p{RI})/u;

function isOneCluster(text: string): boolean {
  // The commonest case, and by far the slowest otherwise.
  if (PLAIN.test(text)) return false;
  return SEGMENTER.segment(text).containing(0)?.segment.length === text.length;
}

function widthOf(cluster: string): 0 | 1 | 2 {
  if (PLAIN.test(cluster)) return 1;
  if (EMOJI.test(cluster) && !/^[\d#*]\ufe0f$/.test(cluster)) return 2;
  let width = 0;
  for (const character of cluster) {
    if (NO_WIDTH.test(character)) continue;
    width += WIDE.test(character) && !HALF_WIDTH.test(character) && !/^\p{RI}$/u.test(character) ? 2 : 1;
  }
  return width > 2 ? 2 : (width as 0 | 1 | 2); // no other value is left
}
