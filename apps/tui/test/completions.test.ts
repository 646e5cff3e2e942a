import { expect, test, vi } from 'vitest';
import { CASES, completed } from './completed.ts';

vi.setConfig({ testTimeout: 60_000 });

// The other shells, where they are installed: `npm run check:completions`.
test('bash completes options, their values, and names of files with spaces and quotes', async () => {
  const got = await completed('bash');
  expect(CASES.map(([typed], index) => [typed, got[index]])).toEqual(
    CASES.map(([typed, args]) => [typed, args.map((arg) => `<${arg}>`).join('')]),
  );
});
