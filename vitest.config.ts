import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@lede/source'] },
  ssr: { resolve: { conditions: ['@lede/source'] } },
  test: {
    include: ['{packages,apps}/*/{src,test}/**/*.test.{ts,tsx}', 'scripts/*.test.mjs'],
    environment: 'node',
    setupFiles: ['./vitest.setup.ts'],
    // Nothing is timed: a slow machine is no failure, only a hang is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
