export { parseHtml as parse } from '@lede/core';
