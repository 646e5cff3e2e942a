import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { breakLock, look } from './stale-lock.ts';

function staleLock(): string {
  const file = path.join(temporaryFolder(), 'lock');
  writeFileSync(file, '1 elsewhere.example gone');
  utimesSync(file, 0, 0);
  return file;
}

test('a stale lock is removed, and nothing stays behind', async () => {
  const file = staleLock();
  await breakLock(file, { holder: '1 elsewhere.example gone', since: 0 });
  expect(readdirSync(path.dirname(file))).toEqual([]);
});

test('a lock that another has made since it was found stale is left to the other', async () => {
  const file = staleLock();
  const stale = await look(file);
  if (!stale) throw new Error('no lock');
  writeFileSync(file, '2 elsewhere.example fresh');
  await breakLock(file, stale);
  expect(readFileSync(file, 'utf8')).toBe('2 elsewhere.example fresh');
  expect(readdirSync(path.dirname(file))).toEqual(['lock']);
});

test('a stale lock that another is about to break is left to the other', async () => {
  const file = staleLock();
  writeFileSync(`${file}.gone`, 'claimed');
  await breakLock(file, { holder: '1 elsewhere.example gone', since: 0 });
  expect([existsSync(file), existsSync(`${file}.gone`)]).toEqual([true, true]);
});
