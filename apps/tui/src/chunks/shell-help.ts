export { completionScript } from '../cli/completions.ts';
export { manPage } from '../cli/man-page.ts';
