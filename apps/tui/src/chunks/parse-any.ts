export { draft } from '@lede/core';
