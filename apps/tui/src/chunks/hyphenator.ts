export { loadHyphenator } from '../layout/load-hyphenator.ts';
