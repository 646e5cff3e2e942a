import type { Draft } from '@lede/core';
import type { Redirect, StateStore } from '@lede/library';
import { CLIPBOARD, isAddress, isPath } from './cli/input-kind.ts';
import type { Illustrator } from './pictures/illustrator.ts';
import type { ImageSource } from './pictures/image-source.ts';
import { searchAgain } from './reader/search.ts';
import { type OpenOptions, openArticle, relayout, resize } from './reader/start.ts';
import { complain, type Origin, say, type State } from './reader/state.ts';
import type { Store } from './reader/store.ts';
import { startTypingAhead } from './reader/type-ahead.ts';
import { Keeper } from './state/keeper.ts';

/** An article and what it was read from: a path, an address, `-`, or `''` for a page of our own. */
export interface Document {
  article: Draft;
  input: string;
  /** The ways that its address led before it was found. */
  redirects?: readonly Redirect[];
  /** Where its images come from; absent where it has none. */
  images?: ImageSource;
}

export type Loaded = { ok: true; document: Document } | { ok: false; message: string };

/** Reads an input, until the signal says that nobody waits for it any more. */
export type Load = (input: string, signal?: AbortSignal) => Promise<Loaded>;

interface OpenDocument {
  document: Document;
  keeper: Keeper;
}

const SECOND_MS = 1000;

/**
 * The articles that are open, one on the other: what a followed link opens lies on top, and going back
 * takes it away. What is kept of an article is saved whenever it leaves the top.
 */
export class Desk {
  readonly #library: StateStore;
  readonly #load: Load;
  readonly #hyphenates: boolean;
  readonly #illustrator: Illustrator;
  #top: OpenDocument;
  readonly #below: (OpenDocument & { state: State })[] = [];
  #abort: AbortController | undefined;
  /** Whether the source of the article on top has changed since it was read. */
  #isStale = false;
  /** Called when another file comes to the top. */
  onTop: (file: string | undefined) => void = () => {};

  /** `hyphenates`: whether words of justified lines may be broken. */
  constructor(first: Document, library: StateStore, load: Load, illustrator: Illustrator, hyphenates: boolean = true) {
    this.#illustrator = illustrator;
    this.#library = library;
    this.#load = load;
    this.#hyphenates = hyphenates;
    this.#top = this.#take(first);
  }

  /** The state in which the first article opens. */
  start(size: State['size'], options: OpenOptions): State {
    const { document, keeper } = this.#top;
    const opened = openArticle(document.article, size, { ...options, origin: originOf(document), ...this.#pictures() });
    return told(keeper.restore(opened));
  }

  /** The path of the file on top; `undefined` where it is none. */
  get file(): string | undefined {
    return fileOf(this.#top.document);
  }

  /** Saves what is kept of the article on top. Resolves to the reason when it could not. */
  save(state: State): Promise<string | undefined> {
    return this.#top.document.input === '' ? Promise.resolve(undefined) : this.#top.keeper.save(state);
  }

  /** Opens another article: on top of this one, or `inPlace` of it. */
  async open(input: string, store: Store, inPlace = false): Promise<void> {
    const loaded = await this.#loading(input, store);
    if (!loaded) return store.update(drop);
    await this.save(store.state);
    if (!inPlace) this.#below.push({ ...this.#top, state: drop(store.state) });
    this.#show(loaded, store, (state) => this.#opened(state));
    await this.finish(store);
  }

  /** Reads the article on top again; the place is kept as far as its words are still there. */
  async reload(store: Store): Promise<void> {
    const { input } = this.#top.document;
    if (!isPath(input) && !isAddress(input) && input !== CLIPBOARD)
      return store.update((state) => complain(state, 'There is no source to read again'));
    this.#isStale = false;
    const loaded = await this.#loading(input, store);
    if (!loaded) return this.#retype(store, drop);
    await this.save(store.state);
    this.#show(loaded, store, (state) => say(searchAgain(this.#opened(state), state.search), 'Read again'));
    await this.finish(store);
  }

  /**
   * Reads the article on top again because its source has changed, once nobody is in the middle of something: a
   * search that is being typed, a selection, an article that is being opened.
   */
  async refresh(store: Store): Promise<void> {
    const isWaiting = this.#isStale;
    this.#isStale = true;
    if (isWaiting) return;
    const top = this.#top;
    await idle(store);
    if (this.#top === top) await this.reload(store);
  }

  /** Gives up what is being opened. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** Takes the article off the top. `false` where it is the last. */
  back(store: Store): boolean {
    const below = this.#below.pop();
    if (!below) return false;
    void this.save(store.state);
    this.#setTop(below);
    store.update(({ size, theme, colors, zen, pace }) => resize({ ...below.state, theme, colors, zen, pace }, size));
    return true;
  }

  /** Colours the code of the article on top once the highlighter, which is large, has been loaded. */
  async colour(store: Store): Promise<void> {
    const { article } = this.#top.document;
    if (!article.blocks.some((block) => block.type === 'code' && block.lang !== undefined)) return;
    const { loadHighlighter } = await import('./chunks/highlighter.ts');
    const highlighter = await loadHighlighter();
    store.update((state) => (state.article === article ? relayout(state, { highlighter }) : state));
  }

  /** Breaks words of justified lines once the hyphenation of the article's language has been loaded. */
  async hyphenate(store: Store): Promise<void> {
    const { article } = this.#top.document;
    const { justify, hyphenator: loaded } = store.state.flow.options;
    if (!justify || loaded || !this.#hyphenates || article.meta.language === undefined) return;
    const { loadHyphenator } = await import('./chunks/hyphenator.ts');
    const hyphenator = await loadHyphenator(article.meta.language);
    if (hyphenator) store.update((state) => (state.article === article ? relayout(state, { hyphenator }) : state));
  }

  /** Loads what makes the article on top look its best and may come after its first frame. */
  async finish(store: Store): Promise<void> {
    await Promise.all([this.colour(store), this.hyphenate(store)]);
  }

  /** Loads while the reader goes on; says what is happening, for how long, and why it failed. */
  async #loading(input: string, store: Store): Promise<Document | undefined> {
    if (this.#abort) return undefined;
    this.#abort = new AbortController();
    store.update(startTypingAhead);
    const { signal } = this.#abort;
    let seconds = 0;
    const tell = (): void => {
      const time = seconds === 0 ? '' : ` ${seconds} s; Esc gives up`;
      store.update((state) => (state.message?.isError ? state : say(state, `Opening ${input} …${time}`)));
    };
    tell();
    const ticking = setInterval(() => {
      seconds++;
      tell();
    }, SECOND_MS);
    // What can be seen is drawn before a large file keeps everything waiting.
    await new Promise((resolve) => setImmediate(resolve));
    const loaded = await this.#load(input, signal);
    clearInterval(ticking);
    this.#abort = undefined;
    if (signal.aborted) store.update((state) => say(drop(state), `Gave up ${input}`));
    else if (loaded.ok) return loaded.document;
    else store.update((state) => complain(state, loaded.message));
    return undefined;
  }

  /** The state of the article on top, shown as the one before was. */
  #opened({ size, bindings, measure, theme, colors, zen, pace, focus, files, flow }: State): State {
    const justify = flow.options.justify ?? false;
    const { document, keeper } = this.#top;
    const opened = openArticle(document.article, size, {
      origin: originOf(document),
      measure,
      theme,
      colors,
      zen,
      pace,
      focus,
      justify,
      bindings,
      ...this.#pictures(),
    });
    return told(keeper.restore({ ...opened, files }));
  }

  /** Puts an article on top, and gives it what was typed while it came. */
  #show(document: Document, store: Store, open: (state: State) => State): void {
    this.#setTop(this.#take(document));
    this.#retype(store, open);
  }

  #retype(store: Store, change: (state: State) => State): void {
    const { ahead } = store.state;
    store.update(change);
    if (ahead) store.retype(ahead);
  }

  #setTop(top: OpenDocument): void {
    this.#top = top;
    this.#isStale = false;
    this.onTop(this.file);
  }

  /** The room that the images of the article on top need. */
  #pictures(): Pick<OpenOptions, 'pictures'> {
    const { article, images } = this.#top.document;
    const pictures = images && this.#illustrator.open(article, images);
    return pictures ? { pictures } : {};
  }

  #take(document: Document): OpenDocument {
    return { document, keeper: new Keeper(this.#library, document.article, fileOf(document)) };
  }
}

/** Forgets what was typed for an article that does not come. */
function drop(state: State): State {
  return { ...state, ahead: null };
}

/** Resolves when keys mean what they mean while one reads, and none of them waits for another. */
function idle(store: Store): Promise<void> {
  const isIdle = (): boolean => {
    const { mode, pending, count, ahead } = store.state;
    return mode.kind === 'read' && pending.length === 0 && count === null && ahead === null;
  };
  if (isIdle()) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe(() => {
      if (!isIdle()) return;
      unsubscribe();
      resolve();
    });
  });
}

function originOf({ input, redirects }: Document): Origin {
  return redirects ? { input, redirects } : { input };
}

/** Says where redirects led, where there is nothing else to say. */
function told(state: State): State {
  const to = state.origin.redirects?.at(-1)?.to;
  return to === undefined || state.message ? state : say(state, `Redirected to ${to}`);
}

function fileOf({ input }: Document): string | undefined {
  return isPath(input) ? input : undefined;
}
