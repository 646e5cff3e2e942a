export { draftText as draft } from '@lede/core';
