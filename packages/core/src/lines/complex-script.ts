import { type CharacterTable, LINE, lineClassOf, traitsOf } from './character-table.ts';

/** Text is segmented in pieces of this many code units: the segmenter's cost grows with the square. */
const PIECE = 512;
/** Read on either side of a piece, so that its own words are found whole. */
const OVERLAP = 64;
/** Thai signs of repetition and abbreviation: words to the segmenter, but never first on a line. */
const TRAILING_SIGNS = new Set([0x0e2f, 0x0e46, 0x0eaf, 0x0ec6, 0x17d7]);

let segmenter: Intl.Segmenter | undefined;

/**
 * Words of scripts that write none of their spaces (Thai, Lao, Khmer, Burmese …). Where a word ends depends on
 * a dictionary, so this asks `Intl.Segmenter`, created only when such text is met.
 */
export class WordBoundaries {
  readonly #text: string;
  readonly #table: CharacterTable;
  #piece = -1;
  #boundaries: ReadonlySet<number> | null = null;

  constructor(text: string, table: CharacterTable) {
    this.#text = text;
    this.#table = table;
  }

  /** Whether a word begins at `at`, which stands between two characters of such scripts. */
  isBoundary(at: number): boolean {
    if (TRAILING_SIGNS.has(this.#text.charCodeAt(at))) return false;
    const piece = Math.floor(at / PIECE);
    if (this.#boundaries === null || piece !== this.#piece) {
      this.#piece = piece;
      this.#boundaries = this.#segment(piece * PIECE, (piece + 1) * PIECE);
    }
    return this.#boundaries.has(at);
  }

  /** Word starts in `[from, to)`, whatever lies around: the same wherever the line began. */
  #segment(from: number, to: number): Set<number> {
    segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
    const found = new Set<number>();
    const end = Math.min(this.#text.length, to + OVERLAP);
    for (let at = Math.max(0, from - OVERLAP); at < end;) {
      if (!this.#isComplex(at)) {
        at++;
        continue;
      }
      let runEnd = at + 1;
      while (runEnd < end && this.#isComplex(runEnd)) runEnd++;
      for (const { index } of segmenter.segment(this.#text.slice(at, runEnd))) {
        if (index > 0 && at + index >= from && at + index < to) found.add(at + index);
      }
      at = runEnd;
    }
    return found;
  }

  /** Letters of these scripts and the marks on them; most stand below U+10000, the rest break as letters. */
  #isComplex(at: number): boolean {
    const cls = lineClassOf(traitsOf(this.#text.charCodeAt(at), this.#table));
    return cls === LINE.SA || cls === LINE.CM;
  }
}
