// oxlint-disable no-underscore-dangle -- parse5's own names of its steps
import { InsertionMode, type Token, type TokenHandler, Tokenizer, TokenizerMode, type TokenizerOptions } from 'parse5';

/** Modes in which the parser treats white space like any other text once a letter stands before it. */
const MIXED: ReadonlySet<InsertionMode> = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.IN_CAPTION,
  InsertionMode.IN_CELL,
  InsertionMode.IN_TEMPLATE,
  InsertionMode.TEXT,
]);

// Where a run ends: at what the state acts on, and at NUL and CR, which are read as something else.
const IN_TEXT = /[<&\0\r]/g;
const IN_RAW_TEXT = /[<\0\r]/g;
const IN_SPACE = /[^\t\n\f ]/g;
const IN_DOUBLE_QUOTES = /["&\0\r]/g;
const IN_SINGLE_QUOTES = /['&\0\r]/g;
const IN_COMMENT = /[-<\0\r]/g;

const CARRIAGE_RETURN = 0x0d;

/** Who takes the tokens: a parser, as far as it is asked. */
export interface Handler extends TokenHandler {
  readonly insertionMode: InsertionMode;
}

/**
 * parse5's tokenizer, which looks at one character at a time, with one addition: inside text, attribute
 * values, comments and names it finds the next character that means something and takes all before it at
 * once. The tree is the same; a page is parsed in about half the time, and its text is put together in one
 * piece instead of word by word. For input that is written whole, where nobody asks for places or errors.
 */
export class RunTokenizer extends Tokenizer {
  readonly #parser: Handler;

  constructor(options: TokenizerOptions, parser: Handler) {
    super(options, parser);
    this.#parser = parser;
  }

  protected override _emitCodePoint(cp: number): void {
    super._emitCodePoint(cp);
    const isRaw = this.state === TokenizerMode.RAWTEXT || this.state === TokenizerMode.SCRIPT_DATA;
    if (!isRaw && this.state !== TokenizerMode.DATA && this.state !== TokenizerMode.RCDATA) return;
    if (isSpace(cp)) this.#runTo(IN_SPACE);
    else if (cp !== 0 && MIXED.has(this.#parser.insertionMode)) this.#runTo(isRaw ? IN_RAW_TEXT : IN_TEXT);
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    const { state } = this;
    super._stateAttributeValueDoubleQuoted(cp);
    if (this.state === state && cp > 0) this.#runTo(IN_DOUBLE_QUOTES);
  }

  protected override _stateAttributeValueSingleQuoted(cp: number): void {
    const { state } = this;
    super._stateAttributeValueSingleQuoted(cp);
    if (this.state === state && cp > 0) this.#runTo(IN_SINGLE_QUOTES);
  }

  protected override _stateComment(cp: number): void {
    const { state } = this;
    super._stateComment(cp);
    if (this.state === state && cp > 0) this.#runTo(IN_COMMENT);
  }

  protected override _stateTagName(cp: number): void {
    if (isNameCharacter(cp)) (this.currentToken as Token.TagToken).tagName += this.#name();
    else super._stateTagName(cp);
  }

  protected override _stateAttributeName(cp: number): void {
    if (isNameCharacter(cp)) this.currentAttr.name += this.#name();
    else super._stateAttributeName(cp);
  }

  /** The current character belongs to a run: takes all before the next `stop` with it. */
  #runTo(stop: RegExp): void {
    const { html, pos } = this.preprocessor;
    // A CR is read as LF, and the LF after it not at all.
    if (html.charCodeAt(pos) === CARRIAGE_RETURN) return;
    stop.lastIndex = pos + 1;
    this.runEnd = stop.test(html) ? stop.lastIndex - 1 : html.length;
    this.preprocessor.pos = this.runEnd - 1;
  }

  /** The current character and those after it that stand in names as they are. */
  #name(): string {
    const { html, pos } = this.preprocessor;
    let end = pos + 1;
    while (isNameCharacter(html.charCodeAt(end))) end++;
    this.preprocessor.pos = end - 1;
    return html.slice(pos, end);
  }
}

function isSpace(cp: number): boolean {
  return cp === 0x20 || cp === 0x0a || cp === 0x09 || cp === 0x0c;
}

/** Small letters, digits and the hyphen. */
function isNameCharacter(cp: number): boolean {
  return (cp >= 0x61 && cp <= 0x7a) || cp === 0x2d || (cp >= 0x30 && cp <= 0x39);
}
