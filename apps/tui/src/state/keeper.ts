import { type Article, type Draft, finishDraft } from '@lede/core';
import {
  addHighlight,
  type ArticleState,
  identify,
  removeHighlight,
  resolveHighlights,
  resolveMarks,
  resolvePosition,
  setMark,
  setNote,
  setPosition,
  type StateStore,
} from '@lede/library';
import { keepPlace } from '../reader/move.ts';
import { complain, type Highlighted, say, type State } from '../reader/state.ts';

/**
 * Brings back what was kept of an article when it opens, and keeps it when the reader moves on: place, marks,
 * highlights. Words that are no longer in the article stay in its file, and are shown as such.
 */
export class Keeper {
  readonly #store: StateStore;
  readonly #draft: Draft;
  readonly #problem: string | undefined;
  #kept: ArticleState;
  /** What the reader's state held when it was last taken over. */
  #marks: State['marks'] = {};
  /** Ids and notes by the keys that the reader's state has for highlights. */
  readonly #highlights = new Map<number, { id: string; note: string | undefined }>();

  /** `file`: the path it was read from, where it was. */
  constructor(store: StateStore, draft: Draft, file?: string) {
    this.#store = store;
    this.#draft = draft;
    const { state, problem } = store.load(identify(draft, file));
    this.#kept = state;
    this.#problem = problem?.message;
  }

  /** The state in which the article opens: where it was left. */
  restore(state: State): State {
    const restored: State = { ...state, marks: this.#placedMarks(), ...this.#placedHighlights() };
    this.#marks = restored.marks;
    if (this.#problem !== undefined) return complain(restored, this.#problem);
    const offset = this.#kept.position ? (resolvePosition(this.#kept, this.#article) ?? 0) : 0;
    if (offset <= 0) return restored;
    return say(keepPlace({ ...restored, anchor: offset }), 'Back where you stopped; gg goes to the start');
  }

  /** Writes down what changed since. Resolves to the reason when it could not. */
  async save(state: State): Promise<string | undefined> {
    this.#kept = this.#take(state, new Date());
    const saved = await this.#store.save(this.#kept);
    return saved.ok ? undefined : `Your place was not saved: ${saved.error.message}`;
  }

  /** The whole article, which anchors need: made when something was kept of it, or is to be. */
  get #article(): Article {
    return finishDraft(this.#draft);
  }

  #take(state: State, now: Date): ArticleState {
    let kept = setPosition(this.#kept, this.#article, { offset: Math.max(0, state.anchor) }, now);
    for (const [letter, offset] of Object.entries(state.marks)) {
      if (this.#marks[letter] !== offset) kept = setMark(kept, this.#article, letter, offset, now);
    }
    this.#marks = state.marks;
    const gone = new Set(this.#highlights.keys());
    for (const { key } of state.orphans) gone.delete(key);
    for (const highlighted of state.highlights) {
      gone.delete(highlighted.key);
      kept = this.#takeHighlight(kept, highlighted, now);
    }
    for (const key of gone) {
      kept = removeHighlight(kept, this.#highlights.get(key)?.id ?? '', now);
      this.#highlights.delete(key);
    }
    return kept;
  }

  #takeHighlight(kept: ArticleState, { key, start, end, note }: Highlighted, now: Date): ArticleState {
    const known = this.#highlights.get(key);
    if (known) {
      if (known.note === note) return kept;
      known.note = note;
      return setNote(kept, known.id, note ?? '', now);
    }
    const added = addHighlight(kept, this.#article, { start, end }, note === undefined ? { now } : { now, note });
    if (!added) return kept;
    this.#highlights.set(key, { id: added.highlight.id, note });
    return added.state;
  }

  #placedMarks(): Record<string, number> {
    if (this.#kept.marks.length === 0) return {};
    const marks: Record<string, number> = {};
    for (const resolved of resolveMarks(this.#kept, this.#article)) {
      if (resolved.status !== 'orphaned') marks[resolved.mark.letter] = resolved.span.start;
    }
    return marks;
  }

  #placedHighlights(): Pick<State, 'highlights' | 'orphans' | 'nextKey'> {
    const highlights: Highlighted[] = [];
    const orphans: Highlighted[] = [];
    if (this.#kept.highlights.length === 0) return { highlights, orphans, nextKey: 0 };
    let key = 0;
    for (const resolved of resolveHighlights(this.#kept, this.#article)) {
      const { id, anchor, note } = resolved.highlight;
      this.#highlights.set(key, { id, note });
      const span = resolved.status === 'orphaned' ? anchor : resolved.span;
      const highlighted: Highlighted = { key: key++, start: span.start, end: span.end, text: anchor.exact };
      if (note !== undefined) highlighted.note = note;
      (resolved.status === 'orphaned' ? orphans : highlights).push(highlighted);
    }
    return { highlights, orphans, nextKey: key };
  }
}
