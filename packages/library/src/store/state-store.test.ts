import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { articleOf, at, spanOf } from '../../test/article.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { addHighlight, removeHighlight } from '../highlight/highlight.ts';
import { emptyState, resolvePosition, setMark, setPosition } from '../state/change.ts';
import { identify } from '../state/identify.ts';
import type { ArticleState } from '../state/types.ts';
import { acquireLock } from './lock.ts';
import { MAX_RECENT } from './recent-articles.ts';
import type { SaveSuccess } from './save-state.ts';
import { openState, type StateStore } from './state-store.ts';
import { articleFile, storePaths } from './store-paths.ts';

const article = articleOf('# The river', 'It rises in the high mountains.', 'It ends in the sea.');
const identity = identify(article, '/books/river.md');

/** A store whose clock moves on by a minute at every look. */
function storeIn(folder: string, from = 0): StateStore {
  let minute = from;
  return openState({ folder, now: () => at(minute++) });
}

async function saved(store: StateStore, state: ArticleState): Promise<SaveSuccess> {
  const result = await store.save(state);
  if (!result.ok) throw new Error(result.error.message);
  return result;
}

function fileIn(folder: string, key = identity.key): string {
  return articleFile(storePaths(folder), key);
}

/** The names of what the folder of articles holds besides states. */
function besides(folder: string): string[] {
  return readdirSync(path.join(folder, 'articles')).filter((name) => !name.endsWith('.json'));
}

function withHighlight(state: ArticleState, words: string, minute: number): ArticleState {
  const added = addHighlight(state, article, spanOf(article, words), { now: at(minute) });
  if (!added) throw new Error('nothing to highlight');
  return added.state;
}

test('an article never seen has an empty state, and looking writes nothing', () => {
  const folder = path.join(temporaryFolder(), 'not', 'there');
  const store = storeIn(folder);
  expect(store.load(identity)).toEqual({
    state: { ...emptyState(identity), opened: at(0).toISOString() },
  });
  expect(store.recent()).toEqual([]);
  expect(store.all()).toEqual({ states: [], problems: [] });
  expect(() => statSync(folder)).toThrow('ENOENT');
});

test('what was saved is there for the next reader, in a folder for its owner alone', async () => {
  const folder = path.join(temporaryFolder(), 'lede');
  const store = storeIn(folder);
  const offset = spanOf(article, 'It ends').start;
  const state = setMark(withHighlight(store.load(identity).state, 'sea', 1), article, 'a', 3, at(1));
  await saved(store, setPosition(state, article, { offset }, at(2)));
  const again = storeIn(folder, 9).load(identity).state;
  expect(again).toMatchObject({ marks: [{ letter: 'a' }], highlights: [{ anchor: { exact: 'sea' } }] });
  expect(resolvePosition(again, article)).toBe(offset);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder).toSorted()).toEqual(['articles', 'recent.json']);
});

test('where an article was opened from is where it was opened last', async () => {
  const store = storeIn(temporaryFolder());
  const key = 'https://news.example/river';
  await saved(store, store.load({ key, title: 'The river', path: '/saved.html' }).state);
  const { state } = await saved(store, store.load({ key }).state);
  expect(state).toMatchObject({ title: 'The river' });
  expect(state).not.toHaveProperty('path');
});

test('two readers with one article open both keep what they did, and see what the other saved', async () => {
  const folder = temporaryFolder();
  const [one, other] = [storeIn(folder), storeIn(folder)];
  const first = withHighlight(one.load(identity).state, 'rises', 1);
  const second = withHighlight(other.load(identity).state, 'sea', 2);
  await Promise.all([saved(one, first), saved(other, second)]);
  const { state } = await saved(one, setMark(first, article, 'a', 0, at(3)));
  expect(state.highlights.map(({ anchor }) => anchor.exact)).toEqual(['rises', 'sea']);
});

test('a highlight that one reader removed does not come back when the other saves', async () => {
  const folder = temporaryFolder();
  const [one, other] = [storeIn(folder), storeIn(folder)];
  const { state } = await saved(one, withHighlight(one.load(identity).state, 'sea', 1));
  await saved(one, removeHighlight(state, state.highlights[0]?.id ?? '', at(2)));
  expect((await saved(other, state)).state.highlights).toEqual([]);
});

test('a removal is forgotten after some months, so that files stay small', async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  const state = withHighlight(store.load(identity).state, 'sea', 1);
  const removed = removeHighlight(state, state.highlights[0]?.id ?? '', at(2));
  expect((await saved(store, removed)).state.removed).toHaveLength(1);
  const later = storeIn(folder, 91 * 24 * 60);
  expect((await saved(later, later.load(identity).state)).state.removed).toEqual([]);
});

test.each([
  ['half a file', '{"schema":"lede.state/1","key":"file'],
  ['an empty file', ''],
  ['another shape', '{"schema":"lede.state/1","key":"x"}'],
  ['another article', JSON.stringify(emptyState({ key: 'https://other.example/' }))],
])('%s is told of, set aside when the state is saved, and kept as it was', async (_, broken) => {
  const folder = temporaryFolder();
  const file = fileIn(folder);
  mkdirSync(path.dirname(file));
  writeFileSync(file, broken);
  writeFileSync(`${file}.broken-1`, 'broken before');
  const store = storeIn(folder);
  const { state, problem } = store.load(identity);
  expect(problem).toMatchObject({ code: 'state-broken', file });
  const result = await saved(store, setMark(state, article, 'a', 0, at(1)));
  expect(result.setAside).toBe(`${file}.broken-2`);
  expect([readFileSync(`${file}.broken-1`, 'utf8'), readFileSync(`${file}.broken-2`, 'utf8')]).toEqual([
    'broken before',
    broken,
  ]);
  expect(store.load(identity)).toMatchObject({ state: { marks: [{ letter: 'a' }] } });
  expect(store.load(identity).problem).toBeUndefined();
});

test('the file of a newer version is told of and never written over', async () => {
  const folder = temporaryFolder();
  const file = fileIn(folder);
  mkdirSync(path.dirname(file));
  writeFileSync(file, '{"schema":"lede.state/2"}');
  const store = storeIn(folder);
  const { state, problem } = store.load(identity);
  expect(problem?.code).toBe('state-newer');
  expect(await store.save(state)).toMatchObject({ ok: false, error: { code: 'state-newer' } });
  expect(readFileSync(file, 'utf8')).toBe('{"schema":"lede.state/2"}');
});

test('what cannot be read or written is a value, and no crash', async () => {
  const folder = temporaryFolder();
  mkdirSync(fileIn(folder), { recursive: true });
  const store = storeIn(folder);
  const { state, problem } = store.load(identity);
  expect(problem?.code).toBe('state-unreadable');
  expect(await store.save(state)).toMatchObject({ ok: false, error: { code: 'state-unreadable' } });
  expect(store.all().problems).toMatchObject([{ code: 'state-unreadable' }]);

  writeFileSync(path.join(folder, 'file'), '');
  const blocked = storeIn(path.join(folder, 'file', 'lede'));
  expect(await blocked.save(state)).toMatchObject({ ok: false, error: { code: 'state-unwritable' } });
  expect(blocked.all().problems).toMatchObject([{ code: 'state-unreadable' }]);
});

test('a save that others do not let through is given up, and can be tried again', async () => {
  const folder = temporaryFolder();
  const store = openState({ folder, now: () => at(0), patience: 0 });
  const { state } = store.load(identity);
  const lock = await acquireLock(storePaths(folder).lock);
  expect(await store.save(state)).toMatchObject({ ok: false, error: { code: 'state-locked' } });
  await lock?.release();
  expect(await store.save(state)).toMatchObject({ ok: true });
});

test('one save that fails does not stop the next', async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  mkdirSync(fileIn(folder), { recursive: true });
  const first = store.save(store.load(identity).state);
  const other = store.save(store.load({ key: 'https://other.example/' }).state);
  expect([(await first).ok, (await other).ok]).toEqual([false, true]);
});

test('a state that is there already is not written again', async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  const { state } = await saved(store, store.load(identity).state);
  utimesSync(fileIn(folder), 0, 0);
  await saved(store, state);
  expect(statSync(fileIn(folder)).mtimeMs).toBe(0);
});

test('what a killed writer left half written is cleared away, unless it may still be at it', async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'articles'));
  const [old, fresh] = ['old.json.1-0.tmp', 'new.json.2-0.tmp'].map((name) => path.join(folder, 'articles', name));
  writeFileSync(old ?? '', '{');
  writeFileSync(fresh ?? '', '{');
  utimesSync(old ?? '', 0, 0);
  const store = storeIn(folder);
  await saved(store, store.load(identity).state);
  expect(besides(folder)).toEqual(['new.json.2-0.tmp']);
});

test('recent articles stand in the order of opening, each once, with what a list shows', async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  for (const key of ['https://a.example/', identity.key, 'https://b.example/', identity.key]) {
    const { state } = store.load(key === identity.key ? identity : { key });
    await saved(store, setPosition(state, article, { offset: 0, progress: 0.4 }, at(1)));
  }
  expect(store.recent().map(({ key }) => key)).toEqual([identity.key, 'https://b.example/', 'https://a.example/']);
  expect(store.recent(1)).toMatchObject([{ title: 'The river', path: identity.path, progress: 0.4 }]);
});

test('only so many articles are listed as recent; the state of the others stays', async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  mkdirSync(path.join(folder, 'articles'));
  for (let n = 0; n <= MAX_RECENT; n++) {
    const state = { ...emptyState({ key: `https://${n}.example/` }), opened: at(n).toISOString() };
    writeFileSync(fileIn(folder, state.key), JSON.stringify(state));
  }
  await saved(store, { ...emptyState(identity), opened: at(MAX_RECENT + 1).toISOString() });
  expect(store.recent()).toHaveLength(MAX_RECENT);
  expect(store.all().states).toHaveLength(MAX_RECENT + 2);
});

test.each(['', '{"schema":"lede.recent/1","articles":[{"key":1}]}', '[]'])(
  'a list of recent articles that is %j is made again from the states',
  async (broken) => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    await saved(store, store.load(identity).state);
    const list = path.join(folder, 'recent.json');
    const before = readFileSync(list, 'utf8');
    if (broken === '') rmSync(list);
    else writeFileSync(list, broken);
    expect(store.recent()).toMatchObject([{ key: identity.key }]);
    await saved(store, { ...emptyState(identity) });
    expect(readFileSync(list, 'utf8')).toBe(before);
  },
);

test('highlights that were imported make no article recent', async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  await saved(store, withHighlight(emptyState(identity), 'sea', 1));
  expect(store.recent()).toEqual([]);
  expect(store.all().states).toHaveLength(1);
});

test('all states come in the order of their keys, with the problems of the others', async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  for (const key of ['https://b.example/', 'https://a.example/']) await saved(store, emptyState({ key }));
  writeFileSync(fileIn(folder, 'https://c.example/'), 'no');
  const { states, problems } = store.all();
  expect(states.map(({ key }) => key)).toEqual(['https://a.example/', 'https://b.example/']);
  expect(problems).toMatchObject([{ code: 'state-broken' }]);
});
