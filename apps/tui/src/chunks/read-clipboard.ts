export { readClipboard } from '../system/read-clipboard.ts';
