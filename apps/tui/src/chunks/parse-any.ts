export { parse } from '@lede/core';
