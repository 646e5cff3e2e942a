export { completionScript } from '../cli/completions/completions.ts';
export { manPage } from '../cli/man-page.ts';
