export { loadHighlighter } from '../layout/load-highlighter.ts';
