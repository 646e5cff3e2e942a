import { defineConfig, type UserConfig } from 'tsdown';

const config: UserConfig = defineConfig({
  entry: ['src/index.ts'],
  platform: 'node',
  target: 'node24',
  // One output file a source file: an app's bundler can leave out what it does not use.
  unbundle: true,
  dts: { generator: 'oxc' },
  fixedExtension: false,
});

export default config;
