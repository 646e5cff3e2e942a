import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { acquireLock } from './lock.ts';

function lockFile(): string {
  return path.join(temporaryFolder(), 'lock');
}

/** The id of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

test('a lock is one’s own until it is released', async () => {
  const file = lockFile();
  const lock = await acquireLock(file);
  expect(await lock?.isHeld()).toBe(true);
  await lock?.release();
  expect(await lock?.isHeld()).toBe(false);
  expect(existsSync(file)).toBe(false);
});

test('whoever comes second waits for the first', async () => {
  const file = lockFile();
  const first = await acquireLock(file);
  const order: string[] = [];
  const comeSecond = async (): Promise<void> => {
    const lock = await acquireLock(file);
    order.push('second');
    await lock?.release();
  };
  const second = comeSecond();
  order.push('first');
  await first?.release();
  await second;
  expect(order).toEqual(['first', 'second']);
});

test('whoever has no more patience goes without', async () => {
  const file = lockFile();
  const lock = await acquireLock(file);
  expect(await acquireLock(file, 0)).toBeUndefined();
  expect(await lock?.isHeld()).toBe(true);
});

test.each(['no lock', 'a stale lock'])('many at once hold it one after the other, from %s on', async (before) => {
  const ended = endedProcess();
  for (let round = 0; round < 5; round++) {
    const file = lockFile();
    if (before === 'a stale lock') writeFileSync(file, `${ended} ${hostname()} gone`);
    let holders = 0;
    const turn = async (): Promise<number> => {
      const lock = await acquireLock(file);
      const met = holders++;
      expect(await lock?.isHeld()).toBe(true);
      holders--;
      await lock?.release();
      return met;
    };
    expect(await Promise.all(Array.from({ length: 12 }, turn))).toEqual(Array.from({ length: 12 }, () => 0));
    expect(readdirSync(path.dirname(file))).toEqual([]);
  }
});

test.each([-3600, 3600])('a lock whose time is %i seconds from now is broken, whoever holds it', async (seconds) => {
  const file = lockFile();
  writeFileSync(file, `${process.pid} elsewhere.example held`);
  const time = Date.now() / 1000 + seconds;
  utimesSync(file, time, time);
  const lock = await acquireLock(file);
  expect(await lock?.isHeld()).toBe(true);
});

test.each(['', '../../elsewhere', '\0'])(
  'a lock of which nobody knows the holder (%j) is broken when it is old',
  async (text) => {
    const file = lockFile();
    writeFileSync(file, text);
    utimesSync(file, 0, 0);
    expect(await (await acquireLock(file))?.isHeld()).toBe(true);
  },
);

test('a lock whose maker was killed before it could name itself is in nobody’s way for long', async () => {
  const file = lockFile();
  writeFileSync(file, '');
  const soon = Date.now() / 1000 - 2;
  utimesSync(file, soon, soon);
  expect(await (await acquireLock(file, 0))?.isHeld()).toBe(true);
});

test('whoever was killed while breaking a lock does not keep others from it', async () => {
  const file = lockFile();
  writeFileSync(file, `${endedProcess()} ${hostname()} gone`);
  writeFileSync(`${file}.gone`, 'claimed');
  utimesSync(`${file}.gone`, 0, 0);
  expect(await (await acquireLock(file))?.isHeld()).toBe(true);
});

test('a lock that another took for stale is no longer held, and not released for the other', async () => {
  const file = lockFile();
  const lock = await acquireLock(file);
  writeFileSync(file, 'another');
  expect(await lock?.isHeld()).toBe(false);
  await lock?.release();
  expect(readFileSync(file, 'utf8')).toBe('another');
});

test('a folder that is not there is told of', async () => {
  await expect(acquireLock(path.join(temporaryFolder(), 'none', 'lock'))).rejects.toThrow('ENOENT');
});
