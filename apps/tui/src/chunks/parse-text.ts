export { parseText as parse } from '@lede/core';
