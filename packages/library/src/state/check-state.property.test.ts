import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryState } from '../../test/arbitrary-state.ts';
import { isArticleState } from './check-state.ts';
import { ArticleStateSchema } from './schema.ts';

/** What a file may hold in the place of anything else. */
const WRONG: readonly unknown[] = [null, '', 'x', 0, -1, 1.5, 1e300, 2 ** 53, [], {}, true, [null], '2026', 'mark:'];

test('takes every state', () => {
  fc.assert(
    fc.property(arbitraryState, (state) => {
      expect(isArticleState(state)).toBe(true);
      expect(ArticleStateSchema.safeParse(state).success).toBe(true);
    }),
  );
});

test('says of any file what the schema says', () => {
  const change = fc.record({ at: fc.nat(), to: fc.constantFrom(...WRONG), how: fc.constantFrom('put', 'drop', 'add') });
  fc.assert(
    fc.property(arbitraryState, change, (state, { at, to, how }) => {
      const value: unknown = JSON.parse(JSON.stringify(state));
      const places = placesIn(value);
      const [parent, name] = places[at % places.length] ?? [{}, ''];
      if (how === 'put') parent[name] = to;
      else if (how === 'drop') delete parent[name];
      else parent[`${name}x`] = to;
      const file: unknown = JSON.parse(JSON.stringify(value));
      expect(isArticleState(file)).toBe(ArticleStateSchema.safeParse(file).success);
    }),
    { numRuns: 2000 },
  );
});

test('what is no object with all fields is no state', () => {
  for (const value of [...WRONG, undefined, { schema: 'lede.state/1' }]) expect(isArticleState(value)).toBe(false);
});

test('a field named __proto__ is a field too many', () => {
  const text = '{"schema":"lede.state/1","key":"k","marks":[],"highlights":[],"removed":[],"__proto__":{}}';
  expect(isArticleState(JSON.parse(text))).toBe(false);
  expect(isArticleState(JSON.parse(text.replace(',"__proto__":{}', '')))).toBe(true);
});

/** Every place in a value, as the object or array that holds it, and its name there. */
function placesIn(value: unknown): [parent: Record<string, unknown>, name: string][] {
  const places: [Record<string, unknown>, string][] = [];
  const open = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const parent = next as Record<string, unknown>; // arrays too have their places by name
    for (const [name, part] of Object.entries(parent)) {
      places.push([parent, name]);
      open.push(part);
    }
  }
  return places;
}
