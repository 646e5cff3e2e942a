import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { writeAtomically } from './atomic-write.ts';

test('replaces a file, readable by its owner alone, and leaves nothing else', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'state.json');
  writeFileSync(file, 'old');
  expect(await writeAtomically(file, 'new')).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['state.json']);
});

test('the old text stays until the new is safe, and where it is given up', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'state.json');
  writeFileSync(file, 'old');
  let before = '';
  const giveUp = (): Promise<boolean> => {
    before = readFileSync(file, 'utf8');
    return Promise.resolve(false);
  };
  expect(await writeAtomically(file, 'new', giveUp)).toBe(false);
  expect([before, readFileSync(file, 'utf8')]).toEqual(['old', 'old']);
  expect(readdirSync(folder)).toEqual(['state.json']);
});

test('leaves nothing half written where it fails', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'state.json');
  mkdirSync(path.join(file, 'full'), { recursive: true }); // a folder that is not empty cannot be replaced
  await expect(writeAtomically(file, 'new')).rejects.toThrow('rename');
  expect(readdirSync(folder)).toEqual(['state.json']);
});
