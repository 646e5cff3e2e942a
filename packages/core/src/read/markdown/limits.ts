import type { Code, Construct, Effects, Extension, State, TokenizeContext, Tokenizer } from './extension.ts';

/**
 * micromark looks back over what it has read for the opener of every closer, and ahead for the end of
 * every comment, so the cost of one paragraph grows with the square of its markup. These are the most of
 * each that one paragraph, heading or cell may hold; what comes after them there is text. Ordinary
 * paragraphs hold tens, lists of links in one paragraph some hundreds. At these limits the most hostile
 * text takes a few times as long as ordinary text of its length.
 */
const MAX_ATTENTION = 1000;
const MAX_LABELS = 2000;
const MAX_OPEN_LABELS = 100;
const MAX_STRAY_LABEL_ENDS = 100;
const MAX_DECLARATIONS = 32;

/** Containers that may open on one line; the article keeps 64 levels. micromark's cost grows with the square of these too. */
const MAX_CONTAINERS_ON_LINE = 100;
/** micromark tries a container up to three times: does it interrupt, does it start, is it one. */
const TRIES = 3;

const CODE = { bang: 33, star: 42, less: 60, question: 63, open: 91, close: 93, caret: 94, underscore: 95, tilde: 126 };

/** What the paragraph that a tokenizer reads has used up. */
interface Used {
  attention: number;
  labels: number;
  openLabels: number;
  strayLabelEnds: number;
  declarations: number;
}

/** As many bullets on one line, and more on it than a thematic break made of them. */
const BULLETS = new RegExp(`^(?:[ \\t]*[-*+][ \\t]){${MAX_CONTAINERS_ON_LINE}}[ \\t]*[-*+ \\t]*[^-*+\\s]`, 'm');

/** Whether a line opens too many lists. At each of them micromark looks along the line for a thematic break. */
export function isNestedTooDeep(text: string): boolean {
  return BULLETS.test(text);
}

/** Thrown out of micromark where containers nest too deep; the piece of the document is then read as text. */
export class NestingLimit extends Error {}

function guard(name: string, tokenize: Tokenizer): Construct {
  return { name, tokenize };
}

/** Whether a limit was met, and the syntax extension that enforces them. One for each parse. */
export class Limits {
  wasMet = false;
  readonly extension: Extension;
  readonly #used = new WeakMap<TokenizeContext, Used>();

  constructor(labels: KnownLabels | undefined) {
    const attention = guard('attentionLimit', this.#tokenizer(allowAttention));
    const container = guard('containerLimit', containerTokenizer());
    const document: Record<number, Construct> = {};
    // The characters that open a block quote, a list item or a footnote definition.
    for (const character of '*+-0123456789>[') document[character.charCodeAt(0)] = container;
    this.extension = {
      document,
      text: {
        [CODE.star]: attention,
        [CODE.underscore]: attention,
        [CODE.tilde]: attention,
        [CODE.bang]: guard('imageLimit', this.#tokenizer(allowImage)),
        [CODE.open]: guard('labelLimit', this.#tokenizer(allowLabel, labels)),
        [CODE.close]: guard('labelEndLimit', this.#tokenizer(allowLabelEnd)),
        [CODE.less]: guard('declarationLimit', this.#tokenizer(allowDeclaration)),
      },
    };
  }

  /**
   * A construct that stands before those of the same character: where `allow` refuses, it takes the
   * character as text, so that the others are not tried; otherwise it matches nothing.
   */
  #tokenizer(allow: (used: Used, next: Code) => boolean, labels?: KnownLabels): Tokenizer {
    // oxlint-disable-next-line typescript/no-this-alias, unicorn/no-this-assignment -- micromark passes its context as `this`
    const limits = this;
    return function limit(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      labels?.install(this.parser);
      const used = limits.#usedBy(this);
      return (code) => {
        effects.enter('data');
        effects.consume(code);
        return (next) => {
          effects.exit('data');
          if (allow(used, next)) return nok(next);
          limits.wasMet = true;
          return ok(next);
        };
      };
    };
  }

  #usedBy(context: TokenizeContext): Used {
    let used = this.#used.get(context);
    if (!used) {
      used = { attention: 0, labels: 0, openLabels: 0, strayLabelEnds: 0, declarations: 0 };
      this.#used.set(context, used);
    }
    return used;
  }
}

function allowAttention(used: Used): boolean {
  return ++used.attention <= MAX_ATTENTION;
}

function allowImage(used: Used, next: Code): boolean {
  return next !== CODE.open || allowLabel(used, next);
}

function allowLabel(used: Used, next: Code): boolean {
  if (++used.labels > MAX_LABELS) return false;
  // A footnote call takes its own end: it opens nothing.
  if (next === CODE.caret) return true;
  if (used.openLabels >= MAX_OPEN_LABELS) return false;
  used.openLabels++;
  return true;
}

function allowLabelEnd(used: Used): boolean {
  if (used.openLabels > 0) used.openLabels--;
  else if (++used.strayLabelEnds > MAX_STRAY_LABEL_ENDS) return false;
  return true;
}

function allowDeclaration(used: Used, next: Code): boolean {
  return (next !== CODE.bang && next !== CODE.question) || ++used.declarations <= MAX_DECLARATIONS;
}

function containerTokenizer(): Tokenizer {
  let line = -1;
  let count = 0;
  return function limit(this: TokenizeContext, _effects: Effects, _ok: State, nok: State): State {
    const now = this.now().line;
    count = now === line ? count + 1 : 0;
    line = now;
    if (count > MAX_CONTAINERS_ON_LINE * TRIES) throw new NestingLimit('containers nested too deep on one line');
    return nok;
  };
}

/**
 * Labels that are defined anywhere in a document of which micromark sees one piece: it makes a reference
 * only of a label that it knows to be defined.
 */
export class KnownLabels {
  readonly #definitions: LabelList;
  readonly #footnotes: LabelList;

  constructor(labels: Iterable<string>) {
    const definitions = new Set<string>();
    const footnotes = new Set<string>();
    for (const label of labels) {
      if (label.startsWith('^')) footnotes.add(normalizeLabel(label.slice(1)));
      else definitions.add(normalizeLabel(label));
    }
    this.#definitions = new LabelList(definitions);
    this.#footnotes = new LabelList(footnotes);
  }

  /** Replaces the lists that a parse has filled; all definitions of a piece are read before its text. */
  install(parser: TokenizeContext['parser']): void {
    if (parser.defined === this.#definitions) return;
    for (const label of parser.defined) this.#definitions.push(label);
    parser.defined = this.#definitions;
    // The footnote extension keeps its own list there.
    const withNotes = parser as { gfmFootnotes?: string[] };
    for (const label of withNotes.gfmFootnotes ?? []) this.#footnotes.push(label);
    withNotes.gfmFootnotes = this.#footnotes;
  }
}

/** micromark keeps labels in arrays and asks `includes` once a reference: that must not cost a search. */
class LabelList extends Array<string> {
  readonly #labels: Set<string>;

  constructor(labels: Set<string>) {
    super();
    this.#labels = labels;
  }

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  override includes(label: string): boolean {
    return this.#labels.has(label);
  }

  override push(...labels: string[]): number {
    for (const label of labels) this.#labels.add(label);
    return this.#labels.size;
  }
}

/** As CommonMark matches labels: white space collapsed, case folded. */
function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}
