import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { emptyState, type Highlight, type ReadingState } from './reading-state.ts';
import { StateFolder } from './state-folder.ts';

const root = mkdtempSync(path.join(tmpdir(), 'lede-library-'));
const where = path.join(root, 'states');
const folder = new StateFolder(where);
const A = 'file:///a.txt';

afterEach(() => rmSync(root, { recursive: true, force: true }));

function state(location: string, change: Partial<ReadingState> = {}): ReadingState {
  return { ...emptyState(location, 'f'.repeat(64), '2024-05-01T10:00:00Z'), ...change };
}

function highlight(id: string, change: Partial<Highlight> = {}): Highlight {
  const anchor = { start: 1, end: 4, exact: 'abc', prefix: '', suffix: '' };
  return { id, anchor, createdAt: '2024-05-01T10:00:00Z', updatedAt: '2024-05-01T10:00:00Z', ...change };
}

test('finds what was saved, and nothing for an article it has not seen', () => {
  const saved = folder.save(state(A, { progress: 0.5, title: 'A' }));
  expect(folder.load(A)).toEqual({ state: saved });
  expect(folder.load('file:///b.txt')).toEqual({});
});

test('keeps what two readers saved, one after the other', () => {
  folder.save(state(A, { highlights: [highlight('1')], marks: { a: highlight('1').anchor } }));
  folder.save(state(A, { highlights: [highlight('2')], progress: 0.9 }));
  const { state: both } = folder.load(A);
  expect(both?.highlights.map(({ id }) => id)).toEqual(['1', '2']);
  expect(both?.marks).toHaveProperty('a');
  expect(both?.progress).toBe(0.9);
});

test('of two versions of a highlight the newer counts, whoever saves last', () => {
  const newer = highlight('1', { note: 'new', updatedAt: '2024-05-02T10:00:00Z' });
  folder.save(state(A, { highlights: [newer] }));
  folder.save(state(A, { highlights: [highlight('1', { note: 'old' })] }));
  expect(folder.load(A).state?.highlights).toEqual([newer]);
});

test('a removed highlight stays removed when another reader still has it', () => {
  const removed = highlight('1', { deletedAt: '2024-05-02T10:00:00Z', updatedAt: '2024-05-02T10:00:00Z' });
  folder.save(state(A, { highlights: [removed] }));
  folder.save(state(A, { highlights: [highlight('1')] }));
  expect(folder.load(A).state?.highlights).toEqual([removed]);
});

test.each(['', '{', '[]', '{"schema":"lede.reading/1"}', '{"schema":"lede.reading/2","location":"x"}', 'null'])(
  'sets a broken file aside: %s',
  (content) => {
    folder.save(state(A));
    const [name = ''] = readdirSync(where);
    writeFileSync(path.join(where, name), content);
    const { state: found, problem } = folder.load(A);
    expect(found).toBeUndefined();
    expect(problem).toContain(`${name}.broken`);
    expect(readFileSync(path.join(where, `${name}.broken`), 'utf8')).toBe(content);
    expect(folder.load(A)).toEqual({});
  },
);

test('goes past a lock that a killed reader left', () => {
  mkdirSync(where, { recursive: true });
  folder.save(state(A));
  const [name = ''] = readdirSync(where);
  const lock = path.join(where, `${name}.lock`);
  writeFileSync(lock, '');
  utimesSync(lock, 0, 0);
  folder.save(state(A, { progress: 1 }));
  expect(folder.load(A).state?.progress).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

test('lists articles, the last opened first', () => {
  folder.save(state('file:///old', { openedAt: '2024-01-01T00:00:00Z' }));
  folder.save(state('file:///new', { openedAt: '2024-06-01T00:00:00Z' }));
  expect(folder.recent().map(({ location }) => location)).toEqual(['file:///new', 'file:///old']);
  expect(new StateFolder(path.join(root, 'none')).recent()).toEqual([]);
});

test('leaves nothing but the states behind', () => {
  folder.save(state(A));
  folder.save(state(A));
  expect(readdirSync(where)).toHaveLength(1);
});
