export { parseMarkdown as parse } from '@lede/core';
