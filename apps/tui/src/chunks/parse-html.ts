export { draftHtml as draft } from '@lede/core';
