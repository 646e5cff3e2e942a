export { converse } from '../spoken/converse.ts';
