export { fetchImage, fetchPage } from '@lede/library';
