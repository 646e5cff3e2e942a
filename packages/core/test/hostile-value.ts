import fc from 'fast-check';
import type { Article } from '../src/article/types.ts';
import { arbitraryArticle } from './arbitrary-article.ts';

/** A container of JSON: what a change can be made in. */
type Tree = Record<string | number, unknown>;

interface Change {
  path: number[];
  action: 'replace' | 'delete' | 'add';
  /** The key that `add` adds. */
  key: string;
  value: unknown;
}

const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, '', ' ', 'x', true, 0, -0, -1, 0.5, 2 ** 53, 1e308, {}, [], [[]], { length: 1 }),
  fc.constantFrom<unknown>('__proto__', 'constructor', 'paragraph', 'image', 'lede.article/2', '2024-02-30'),
  fc.jsonValue({ maxDepth: 3 }),
  // JSON.parse makes `__proto__` a key like any other.
  fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.parse(`{"__proto__":${JSON.stringify(value)}}`) as unknown),
);

const hostileInMemory: fc.Arbitrary<unknown> = fc.oneof(
  hostileJson,
  fc.constantFrom<unknown>(undefined, Number.NaN, Number.POSITIVE_INFINITY, 10n, Symbol('x'), () => 0, new Map()),
  // eslint-disable-next-line no-new-wrappers, unicorn/new-for-builtins -- a wrapped string is what is tested
  fc.constantFrom<unknown>(new Date(0), new Uint8Array(2), Array.from({ length: 2 }), new String('text')),
);

/** An article with up to three values or keys changed, as JSON could hold it. */
export const damagedJson: fc.Arbitrary<unknown> = damaged(hostileJson);
/** The same with values that JSON cannot hold. */
export const damagedInMemory: fc.Arbitrary<unknown> = damaged(hostileInMemory);

function damaged(hostile: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change: fc.Arbitrary<Change> = fc.record({
    path: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    action: fc.constantFrom<Change['action']>('replace', 'delete', 'add'),
    key: fc.constantFrom('__proto__', 'constructor', 'toString', 'title', 'ext', 'extra', 'com.example.x'),
    value: hostile,
  });
  return fc.tuple(arbitraryArticle, fc.array(change, { maxLength: 3 })).map(([article, changes]) => {
    const value = structuredClone(article);
    const planted = new Set<unknown>();
    for (const step of changes) {
      apply(value, step, planted);
      planted.add(step.value);
    }
    return value;
  });
}

/**
 * Follows the path (each step chooses among the keys there are) and makes one change where it ends. Values
 * planted before are shared between runs: they stay as they are.
 */
function apply(article: Article, { path, action, key: added, value }: Change, planted: ReadonlySet<unknown>): void {
  let at = article as unknown as Tree; // any JSON is a tree of keys
  for (const [depth, step] of path.entries()) {
    const keys = Object.keys(at);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    const next = at[key];
    if (depth < path.length - 1 && typeof next === 'object' && next !== null && !planted.has(next)) {
      at = next as Tree;
      continue;
    }
    if (action === 'replace') at[key] = value;
    else if (action === 'delete') delete at[key];
    else Object.defineProperty(at, added, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
}
