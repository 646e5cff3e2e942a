import { type Failure, failure } from '../errors.ts';
import { emptyState } from '../state/change.ts';
import { mergeStates } from '../state/merge.ts';
import type { ArticleState } from '../state/types.ts';
import { readAnnotation } from './read-annotation.ts';

export interface ImportSuccess {
  ok: true;
  /** One state an article, with highlights alone: save each, and it is merged with what is there. */
  states: ArticleState[];
  /** Annotations that say nothing we can keep: of no page, or without quoted words. */
  skipped: number;
}

/**
 * Reads highlights from W3C Web Annotations in JSON: what `exportHighlights` wrote, or what another tool
 * did (a collection, a page of one, a list, a single annotation). Highlights that another tool made have
 * only their words and an idea of the place, by which they are found when the article is opened. A
 * highlight that was removed here after it was exported stays removed when the states are saved.
 *
 * @param now The time of annotations that tell none.
 */
export function importHighlights(json: string, now: Date): ImportSuccess | Failure {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    return failure('import-invalid', 'it is not JSON', { cause });
  }
  const items = itemsOf(value);
  if (!items) return failure('import-invalid', 'it holds no annotations');
  const states = new Map<string, ArticleState>();
  let skipped = 0;
  for (const item of items) {
    const read = readAnnotation(item, now);
    if (!read) {
      skipped++;
      continue;
    }
    const { article, highlight } = read;
    const known = states.get(article.key);
    const state = known ?? emptyState(article);
    state.highlights.push(highlight);
    if (!known) states.set(article.key, state);
  }
  // Merging with itself puts a state in order, and leaves one of each.
  return { ok: true, states: [...states.values()].map((state) => mergeStates(state, state)), skipped };
}

/** The annotations in any of the wrappings that the model knows. */
function itemsOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, first, items } = value as { type?: unknown; first?: unknown; items?: unknown }; // all unknown yet
  if (Array.isArray(items)) return items;
  if (type === 'Annotation') return [value];
  // A collection; its first page stands in it, or is somewhere else.
  return typeof first === 'object' && first !== null && 'items' in first && Array.isArray(first.items)
    ? first.items
    : undefined;
}
