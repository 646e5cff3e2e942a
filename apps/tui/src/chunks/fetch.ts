export { fetchPage } from '@lede/library';
