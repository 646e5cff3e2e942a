import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts'],
  platform: 'node',
  target: 'node24',
  // One output file a source file: an app's bundler can leave out what it does not use.
  unbundle: true,
  dts: { generator: 'oxc' },
  fixedExtension: false,
});
