import { homedir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { defaultStateFolder } from './folder.ts';

test('is where XDG says, and only an absolute path says anything', () => {
  expect(defaultStateFolder({ XDG_STATE_HOME: path.resolve('/states') })).toBe(path.resolve('/states/lede'));
  expect(defaultStateFolder({ XDG_STATE_HOME: 'states' })).toBe(path.join(homedir(), '.local/state/lede'));
  expect(defaultStateFolder({})).toBe(path.join(homedir(), '.local/state/lede'));
});
