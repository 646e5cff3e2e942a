import { defineConfig, type UserConfig } from 'tsdown';

const config: UserConfig = defineConfig({
  entry: ['src/index.ts'],
  platform: 'neutral',
  target: 'es2023',
  // One output file a source file: an app's bundler can leave out what it does not use.
  unbundle: true,
  dts: { generator: 'oxc' },
  tsconfig: 'tsconfig.src.json',
  fixedExtension: false,
});

export default config;
