import type { ArticleBuilder } from '../../article/builder.ts';
import type { HeadingDepth } from '../../article/types.ts';
import { type Footnote, splitAtReferences } from './footnotes.ts';
import { isBreak, isCapitals, isChapter, isRule, isTitleOfChapter, isUnderlined, numberedHeading } from './heading.ts';
import { joinsOf, type Layout, measure } from './layout.ts';
import { countLetters, isBlank, type Line, textOf } from './line.ts';
import { endOfChunk, type Lines, listLines, skipBlank } from './lines.ts';
import { isListStart, readList } from './list.ts';
import { endOfPreformatted, fenceOf, isPreformatted, preformattedText } from './preformatted.ts';
import { type QuotedLine, readQuoted } from './quote.ts';

/** A line in capitals over a line this wide is its heading; over a shorter one it may open an address. */
const MIN_TEXT_UNDER_HEADING = 60;
/** So many lines tell whether a text is all in capitals, where capitals mark no heading. */
const CASE_SAMPLE = 200;
const LINE_SEPARATOR = '\u2028';

/** Reads the body of a plain text, line by line, into blocks. */
export class BodyReader {
  readonly #builder: ArticleBuilder;
  #layout: Layout;
  /** Labels of the document's footnotes. */
  readonly #labels: ReadonlySet<string>;
  /** Whether all is in capitals; most texts have no line that asks. */
  #isShouted: () => boolean = () => false;
  /** Number of the last numbered heading of the first level. */
  #section = 0;
  /** A heading underlined with `=` has been read: those with `-` are one level below. */
  #hasDouble = false;
  /** The shortest fence, by its character, that nothing below closes. */
  readonly #unclosed = new Map<string, number>();

  constructor(builder: ArticleBuilder, layout: Layout, labels: ReadonlySet<string>) {
    this.#builder = builder;
    this.#layout = layout;
    this.#labels = labels;
  }

  read(lines: Lines, from: number, to: number): void {
    let shouted: boolean | undefined;
    this.#isShouted = () => (shouted ??= isShouted(lines, from, to));
    this.#readLines(lines, from, to);
  }

  heading(text: string, depth: HeadingDepth): void {
    this.#builder.open({ type: 'heading', depth });
    this.#inline(text);
    this.#builder.close();
  }

  footnote({ label, lines: own }: Footnote): void {
    const lines = listLines(own);
    this.#builder.open({ type: 'footnoteDefinition', label });
    for (let at = 0; at < lines.length;) {
      const end = endOfChunk(lines, at, lines.length);
      this.prose(lines.slice(at, end));
      at = skipBlank(lines, end, lines.length);
    }
    this.#builder.close();
  }

  /** One paragraph of lines that are to stay lines. */
  lines(lines: Lines): void {
    this.#builder.open({ type: 'paragraph' });
    for (let i = 0; i < lines.length; i++) {
      if (i > 0) this.#builder.lineBreak();
      this.#inline(textOf(lines.at(i)));
    }
    this.#builder.close();
  }

  /** The paragraphs that some lines make. */
  prose(chunk: Lines): void {
    const joins = joinsOf(chunk, this.#layout);
    this.#builder.open({ type: 'paragraph' });
    let text = '';
    for (let i = 0; i < chunk.length; i++) {
      text += textOf(chunk.at(i));
      switch (joins[i]) {
        case 'space':
          text += ' ';
          break;
        case 'nothing':
          break;
        case 'break':
          this.#inline(text);
          this.#builder.lineBreak();
          text = '';
          break;
        case 'paragraph':
          this.#inline(text);
          this.#builder.close();
          this.#builder.open({ type: 'paragraph' });
          text = '';
          break;
        default:
          this.#inline(text);
      }
    }
    this.#builder.close();
  }

  #readLines(lines: Lines, from: number, to: number): void {
    for (let at = skipBlank(lines, from, to); at < to; at = skipBlank(lines, at, to)) {
      at =
        this.#fenced(lines, at, to) ??
        this.#quotation(lines, at, to) ??
        this.#list(lines, at, to) ??
        this.#headingOrBreak(lines, at, to) ??
        this.#chunk(lines, at, to);
    }
  }

  #fenced(lines: Lines, at: number, to: number): number | undefined {
    const line = lines.at(at);
    const first = line.raw.charAt(line.lead);
    if (first !== '`' && first !== '~') return undefined;
    const opening = fenceOf(line);
    if (!opening || opening.fence.length >= (this.#unclosed.get(first) ?? Infinity)) return undefined;
    let end = at + 1;
    for (; end < to; end++) {
      const closing = fenceOf(lines.at(end));
      if (closing?.lang === '' && closing.fence.startsWith(opening.fence)) break;
    }
    if (end === to) {
      this.#unclosed.set(first, opening.fence.length);
      return undefined;
    }
    // Without a line between them the fences are all there is, and a code block would vanish with them.
    if (skipBlank(lines, at + 1, end) === end) return undefined;
    this.#code(lines.slice(at + 1, end), opening.lang);
    return end + 1;
  }

  #quotation(lines: Lines, at: number, to: number): number | undefined {
    const quoted = isQuoteMark(lines.at(at)) ? readQuoted(lines, at, to) : undefined;
    if (!quoted) return undefined;
    const outer = this.#layout;
    let depth = 0;
    for (let from = 0; from < quoted.length;) {
      const level = (quoted[from] as QuotedLine).depth; // in range
      let end = from + 1;
      while (end < quoted.length && (quoted[end] as QuotedLine).depth === level) end++;
      for (; depth < level; depth++) this.#builder.open({ type: 'blockquote' });
      for (; depth > level; depth--) this.#builder.close();
      const inner = listLines(quoted.slice(from, end).map(({ line }) => line));
      // Quoted lines were wrapped before they were quoted, wherever the text around them is.
      this.#layout = measure(inner);
      this.#readLines(inner, 0, inner.length);
      from = end;
    }
    for (; depth > 0; depth--) this.#builder.close();
    this.#layout = outer;
    return at + quoted.length;
  }

  #list(lines: Lines, at: number, to: number): number | undefined {
    if (!isListStart(lines, at, to, this.#layout)) return undefined;
    return readList(lines, at, to, this.#layout, this.#builder, (chunk, opensItem) => {
      if (!opensItem && isPreformatted(chunk)) this.#code(chunk);
      else this.prose(chunk);
    });
  }

  #headingOrBreak(lines: Lines, at: number, to: number): number | undefined {
    const text = textOf(lines.at(at));
    const next = at + 1 < to ? textOf(lines.at(at + 1)) : '';
    if (isBreak(text)) {
      const closing = at + 2 < to ? textOf(lines.at(at + 2)) : '';
      if (next !== '' && closing === text && isUnderlined(next, text)) {
        this.heading(next, this.#depthOfRule(text));
        return at + 3;
      }
      this.#builder.void({ type: 'thematicBreak' });
      return at + 1;
    }
    if (next !== '' && isUnderlined(text, next)) {
      this.heading(text, this.#depthOfRule(next));
      return at + 2;
    }
    return this.#plainHeading(lines, at, to, text, next);
  }

  /** Headings that nothing but their words and the blank line below set off. */
  #plainHeading(lines: Lines, at: number, to: number, text: string, next: string): number | undefined {
    if (isChapter(text)) {
      if (next === '') return this.#headingOf(lines, at, at + 1, to, 2);
      const isTitled = isTitleOfChapter(lines.at(at + 1)) && isBlank(lines.at(at + 2));
      return isTitled ? this.#headingOf(lines, at, at + 2, to, 2) : undefined;
    }
    const isOverText = next !== '' && lines.at(at + 1).width > MIN_TEXT_UNDER_HEADING;
    if (isCapitals(text) && (next === '' || (isOverText && !isCapitals(next))) && !this.#isShouted()) {
      return this.#headingOf(lines, at, at + 1, to, 2);
    }
    const numbered = next === '' ? numberedHeading(text) : undefined;
    if (!numbered) return undefined;
    const section = Number.parseInt(numbered.number, 10);
    const isTop = !numbered.number.includes('.');
    if (section !== this.#section + 1 && (isTop || section !== this.#section)) return undefined;
    const end = this.#headingOf(lines, at, at + 1, to, numbered.depth);
    if (end !== undefined) this.#section = section;
    return end;
  }

  /** Makes a heading of lines `[at, end)` if there is something below it. */
  #headingOf(lines: Lines, at: number, end: number, to: number, depth: HeadingDepth): number | undefined {
    if (skipBlank(lines, end, to) === to) return undefined;
    this.#builder.open({ type: 'heading', depth });
    for (let i = at; i < end; i++) {
      if (i > at) this.#builder.lineBreak();
      this.#inline(textOf(lines.at(i)));
    }
    this.#builder.close();
    return end;
  }

  #depthOfRule(rule: string): HeadingDepth {
    if (rule.startsWith('=')) this.#hasDouble = true;
    return rule.startsWith('=') || !this.#hasDouble ? 2 : 3;
  }

  /** Lines up to a blank one, or up to something that interrupts a paragraph. */
  #chunk(lines: Lines, at: number, to: number): number {
    let end = at + 1;
    for (; end < to; end++) {
      const line = lines.at(end);
      if (isBlank(line) || isQuoteMark(line) || isRule(textOf(line)) || isBreak(textOf(line))) break;
      if (isListStart(lines, end, to, this.#layout)) break;
      if (end + 1 < to && isUnderlined(textOf(line), textOf(lines.at(end + 1)))) break;
    }
    const chunk = lines.slice(at, end);
    if (isPreformatted(chunk)) {
      end = endOfPreformatted(lines, at, end, to);
      this.#code(lines.slice(at, end));
    } else {
      this.prose(chunk);
    }
    return end;
  }

  #code(lines: Lines, lang = ''): void {
    this.#builder.open({ type: 'code', ...(lang === '' ? {} : { lang }) });
    this.#builder.text(preformattedText(lines));
    this.#builder.close();
  }

  #inline(text: string): void {
    if (this.#labels.size === 0) {
      this.#textWithBreaks(text);
      return;
    }
    const parts = splitAtReferences(text, this.#labels);
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as string; // in range
      if (i % 2 === 0) this.#textWithBreaks(part);
      else this.#builder.atom({ type: 'footnoteReference', target: part });
    }
  }

  /** U+2028 is a line end that was meant. */
  #textWithBreaks(text: string): void {
    if (!text.includes(LINE_SEPARATOR)) {
      this.#builder.text(text);
      return;
    }
    const lines = text.split(LINE_SEPARATOR);
    for (let i = 0; i < lines.length; i++) {
      if (i > 0) this.#builder.lineBreak();
      this.#builder.text(lines[i] as string); // in range
    }
  }
}

function isQuoteMark({ raw, lead }: Line): boolean {
  return raw.charCodeAt(lead) === 0x3e;
}

/** Whether the lines `[from, to)` begin with more capitals than small letters. */
function isShouted(lines: Lines, from: number, to: number): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = from; i < Math.min(to, from + CASE_SAMPLE); i++) {
    const letters = countLetters(lines.at(i).raw.slice(0, CASE_SAMPLE));
    upper += letters.upper;
    lower += letters.lower;
  }
  return upper > lower;
}
