export { announce } from '../spoken/announce.ts';
