import { expect, test } from 'vitest';
import { RecentMap } from './recent-map.ts';

test('drops what was used longest ago once the weight is too much, and tells what it drops', () => {
  const dropped: string[] = [];
  const map = new RecentMap<string, string>(
    6,
    ({ length }) => length,
    (value) => dropped.push(value),
  );
  map.set('a', 'aa');
  map.set('b', 'bb');
  map.set('c', 'cc');
  expect(map.get('a')).toBe('aa');
  map.set('d', 'dd');
  expect(dropped).toEqual(['bb']);
  map.set('a', 'AA');
  expect(dropped).toEqual(['bb', 'aa']);
  map.set('e', 'too much');
  expect([...map.values()]).toEqual(['too much']);
  expect(map.get('a')).toBeUndefined();
});
