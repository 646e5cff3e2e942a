export type { Highlight, ReadingState } from './reading-state.ts';
export { emptyState, isReadingState } from './reading-state.ts';
export { mergeStates } from './merge-states.ts';
export { type LoadResult, StateFolder } from './state-folder.ts';
export { exportHighlights, type HighlightFormat, HIGHLIGHT_FORMATS } from './export-highlights.ts';
