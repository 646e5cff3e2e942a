export { draftMarkdown as draft } from '@lede/core';
