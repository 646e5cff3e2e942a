export { exportHighlights } from '@lede/library';
