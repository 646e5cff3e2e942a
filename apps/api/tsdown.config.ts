import { defineConfig, type UserConfig } from 'tsdown';

const config: UserConfig = defineConfig({
  entry: ['src/index.ts', 'src/main.ts', 'src/work/worker.ts'],
  platform: 'node',
  target: 'node24',
  // One output file a source file: the pool finds the worker's file beside its own.
  unbundle: true,
  dts: false,
  fixedExtension: false,
});

export default config;
