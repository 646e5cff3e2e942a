import { CONTENT } from '../src/article/content-model.ts';
import { ATOM } from '../src/article/inline.ts';
import type { InvariantId } from '../src/article/invariants.ts';
import type { Article, Block, Mark, Sentence } from '../src/article/types.ts';

/** One way of breaking a valid article so that one invariant, and no other, no longer holds. */
export interface Breakage {
  rule: InvariantId;
  how: string;
  /**
   * Changes the article in place at the place that `n` chooses. Returns the block that the report must
   * name (`undefined`: none), or `null` where the article offers no place for it.
   */
  apply(article: Article, n: number): number | undefined | null;
}

export const BREAKAGES: readonly Breakage[] = [
  ...Object.entries({ NUL: '\0', CR: '\r', 'a lone surrogate': '\uD800', 'a decomposable character': '\u212B' }).map(
    ([what, character]): Breakage => ({
      rule: 'T1',
      how: `${what} in the text`,
      apply: (article, n) => (replaceLetter(article, n, character) === null ? null : undefined),
    }),
  ),
  {
    rule: 'T2',
    how: 'a hyphen between two blocks',
    apply: (article, n) => {
      const row = pick(leavesOf(article).slice(1), n);
      if (row === null) return null;
      setCharacter(article, blockAt(article, row).start - 1, '-');
      return row;
    },
  },
  { rule: 'T2', how: 'a line end without a break mark', apply: (article, n) => replaceLetter(article, n, '\n') },
  {
    rule: 'T2',
    how: 'text after the last block',
    apply: (article) => {
      article.text += '-';
      return undefined;
    },
  },
  { rule: 'T3', how: 'U+FFFC without a mark', apply: (article, n) => replaceLetter(article, n, ATOM) },
  {
    rule: 'T3',
    how: 'an image or footnote reference over a hyphen',
    apply: (article, n) => {
      const atom = pick(article.marks.filter(isAtom), n);
      if (atom === null) return null;
      setCharacter(article, atom.start, '-');
      return leafAt(article, atom.start);
    },
  },
  {
    rule: 'T3',
    how: 'two atoms on one U+FFFC',
    apply: (article, n) => {
      const atom = pick(article.marks.filter(isAtom), n);
      if (atom === null) return null;
      article.marks.splice(article.marks.indexOf(atom), 0, { ...atom });
      return leafAt(article, atom.start);
    },
  },
  {
    rule: 'S1',
    how: 'a sentence that ends inside a surrogate pair',
    apply: (article, n) => {
      const pairs = [...article.text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map((match) => match.index);
      const at = pick(pairs, n);
      const row = at === null ? null : leafAt(article, at);
      if (at === null || row === null) return null;
      article.sentences = [{ start: at, end: at + 1, block: row }];
      return row;
    },
  },
  {
    rule: 'B1',
    how: 'an id that stands twice',
    apply: (article, n) => {
      if (article.blocks.length < 2) return null;
      const row = 1 + (n % (article.blocks.length - 1));
      blockAt(article, row).id = blockAt(article, row - 1).id;
      return row;
    },
  },
  {
    rule: 'B2',
    how: 'a block that is its own parent',
    apply: (article, n) => {
      const row = pick([...article.blocks.keys()], n);
      if (row !== null) blockAt(article, row).parent = row;
      return row;
    },
  },
  {
    rule: 'B2',
    how: 'a parent that ends before its last child',
    apply: (article, n) => {
      const ends = (block: Block, row: number): boolean => {
        const parent = block.parent === null ? undefined : article.blocks[block.parent];
        const next = article.blocks[row + 1];
        return parent?.end === block.end && next?.parent !== row && /[a-z]/.test(article.text[block.end - 1] ?? '');
      };
      const row = pick(
        [...article.blocks.keys()].filter((i) => ends(blockAt(article, i), i)),
        n,
      );
      if (row === null) return null;
      const { parent } = blockAt(article, row);
      const around = blockAt(article, parent as number); // `ends` wants a parent
      around.end--;
      return row;
    },
  },
  { rule: 'B3', how: '64 quotations around everything', apply: wrapInQuotes },
  {
    rule: 'B4',
    how: 'a row of a table outside a table',
    apply: (article, n) => retype(article, n, 'tableRow'),
  },
  {
    rule: 'B4',
    how: 'a thematic break that holds text',
    apply: (article, n) => retype(article, n, 'thematicBreak'),
  },
  {
    rule: 'M1',
    how: 'a mark without text',
    apply: (article, n) => insertMark(article, n, (leaf) => leaf.start),
  },
  {
    rule: 'M1',
    how: 'a mark that goes on into the next block',
    apply: (article, n) => insertMark(article, n, (leaf, next) => (next && next.end > leaf.end ? next.end : null)),
  },
  {
    rule: 'M1',
    how: 'marks out of order',
    apply: (article, n) => {
      const { marks } = article;
      const swappable = (row: number): boolean => {
        const [a, b] = [marks[row], marks[row + 1]];
        return a !== undefined && b !== undefined && (a.start !== b.start || a.end !== b.end);
      };
      const row = pick([...marks.keys()].filter(swappable), n);
      if (row === null) return null;
      const [a, b] = marks.slice(row, row + 2) as [Mark, Mark]; // `swappable` has checked
      marks.splice(row, 2, b, a);
      return leafAt(article, b.start);
    },
  },
  {
    rule: 'N1',
    how: 'a sentence that stands twice',
    apply: (article, n) => {
      const sentence = pick(article.sentences, n);
      if (sentence === null) return null;
      article.sentences.splice(article.sentences.indexOf(sentence), 0, { ...sentence });
      return sentence.block;
    },
  },
  {
    rule: 'N1',
    how: 'a sentence without text',
    apply: (article, n) => changeSentence(article, n, (sentence) => (sentence.end = sentence.start)),
  },
  {
    rule: 'N1',
    how: 'a sentence of another block',
    apply: (article, n) =>
      changeSentence(article, n, (sentence) => {
        sentence.block = article.blocks.findIndex((b) => b.end < sentence.end || b.start > sentence.start);
      }),
  },
  {
    rule: 'U1',
    how: 'a link that runs a script',
    apply: (article, n) => {
      const link = pick(
        article.marks.filter((m) => m.type === 'link'),
        n,
      );
      if (link === null) return null;
      link.url = 'javascript:alert(1)';
      return leafAt(article, link.start);
    },
  },
  {
    rule: 'U1',
    how: 'an image with a relative URL',
    apply: (article, n) => {
      const row = pick(
        [...article.blocks.keys()].filter((i) => blockAt(article, i).type === 'image'),
        n,
      );
      if (row !== null) Object.assign(blockAt(article, row), { url: 'pictures/1.png' });
      return row;
    },
  },
  {
    rule: 'U1',
    how: 'a canonical URL of an unknown scheme',
    apply: (article) => {
      article.meta.canonicalUrl = 'file:///etc/hosts';
      return undefined;
    },
  },
];

function pick<T>(list: readonly T[], n: number): T | null {
  return list[n % Math.max(1, list.length)] ?? null;
}

function blockAt(article: Article, row: number): Block {
  return article.blocks[row] as Block; // callers choose a row that exists
}

function isAtom(mark: Mark): boolean {
  return mark.type === 'image' || mark.type === 'footnoteReference';
}

function leavesOf({ blocks }: Article): number[] {
  return [...blocks.keys()].filter((row) => blocks[row + 1]?.parent !== row);
}

function leafAt(article: Article, offset: number): number | null {
  const holds = (row: number): boolean => {
    const { start, end } = blockAt(article, row);
    return start <= offset && offset < end;
  };
  return leavesOf(article).find(holds) ?? null;
}

function setCharacter(article: Article, at: number, character: string): void {
  article.text = article.text.slice(0, at) + character + article.text.slice(at + 1);
}

/** Puts a character in place of an ASCII letter that stands outside code. Returns the letter's block. */
function replaceLetter(article: Article, n: number, character: string): number | null {
  const letters = [...article.text.matchAll(/[a-z]/g)].map((match) => match.index);
  const outsideCode = letters.filter((at) => article.blocks[leafAt(article, at) ?? -1]?.type !== 'code');
  const at = pick(outsideCode, n);
  if (at === null) return null;
  setCharacter(article, at, character);
  return leafAt(article, at);
}

function wrapInQuotes(article: Article): number | null {
  if (article.blocks.length === 0) return null;
  const depth = 64;
  const quotes = Array.from({ length: depth }, (_, row): Block => {
    return {
      type: 'blockquote',
      id: `q${row}`,
      parent: row === 0 ? null : row - 1,
      start: 0,
      end: article.text.length,
    };
  });
  for (const block of article.blocks) block.parent = block.parent === null ? depth - 1 : block.parent + depth;
  for (const sentence of article.sentences) sentence.block += depth;
  article.blocks.unshift(...quotes);
  return depth;
}

/** Gives a paragraph a type that it cannot have. */
function retype(article: Article, n: number, type: 'tableRow' | 'thematicBreak'): number | null {
  const row = pick(
    leavesOf(article).filter((i) => blockAt(article, i).type === 'paragraph'),
    n,
  );
  if (row !== null) blockAt(article, row).type = type;
  return row;
}

/** Inserts a mark at a leaf's start, before all others there; `end` may refuse the place with `null`. */
function insertMark(article: Article, n: number, end: (leaf: Block, next?: Block) => number | null): number | null {
  const leaves = leavesOf(article).filter((row) => CONTENT[blockAt(article, row).type] !== 'void');
  const row = pick(leaves, n);
  if (row === null) return null;
  const leaf = blockAt(article, row);
  const next = article.blocks[leaves[leaves.indexOf(row) + 1] ?? -1];
  const stop = end(leaf, next);
  if (stop === null) return null;
  const index = article.marks.findIndex((mark) => mark.start >= leaf.start);
  const mark: Mark = { type: 'highlight', start: leaf.start, end: stop };
  article.marks.splice(index < 0 ? article.marks.length : index, 0, mark);
  return row;
}

function changeSentence(article: Article, n: number, change: (sentence: Sentence) => void): number | null {
  const sentence = pick(article.sentences, n);
  if (sentence === null) return null;
  change(sentence);
  return sentence.block < 0 ? null : sentence.block;
}
