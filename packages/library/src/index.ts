export { type Failure, LIBRARY_ERROR_CODES, type LibraryError, type LibraryErrorCode } from './errors.ts';
export type {
  ArticleState,
  Highlight,
  HighlightColor,
  LetterMark,
  ReadingPosition,
  RecentArticle,
  Removal,
  Timestamp,
} from './state/types.ts';
export { type ArticleIdentity, identify } from './state/identify.ts';
export { ArticleStateSchema, HighlightSchema } from './state/schema.ts';
export {
  emptyState,
  type Place,
  removeMark,
  type ResolvedMark,
  resolveMarks,
  resolvePosition,
  setMark,
  setPosition,
} from './state/change.ts';
export { mergeStates } from './state/merge.ts';
export { pageOf } from './state/page-of.ts';
export { HIGHLIGHT_COLORS } from './highlight/highlight-color.ts';
export { addHighlight, type HighlightOptions, removeHighlight, setColor, setNote } from './highlight/highlight.ts';
export { type ResolvedHighlight, resolveHighlights } from './highlight/resolve-highlights.ts';
export type {
  Annotation,
  AnnotationCollection,
  AnnotationSelector,
  AnnotationTarget,
} from './export/annotation-types.ts';
export { type ExportFormat, exportHighlights } from './export/export-highlights.ts';
export { importHighlights, type ImportSuccess } from './export/import-highlights.ts';
export { placeOf, titleOf } from './export/name-article.ts';
export { defaultStateFolder } from './store/folder.ts';
export { type LoadResult, openState, StateStore, type StoreOptions } from './store/state-store.ts';
export type { FetchOptions, Redirect } from './fetch/fetch-resource.ts';
export { fetchPage, type FetchedPage, type FetchResult } from './fetch/fetch-page.ts';
export { fetchImage, type FetchedImage, type ImageResult } from './fetch/fetch-image.ts';
export type { PageFetch, PageRequest, PageResponse } from './fetch/page-fetch.ts';
export type { SaveSuccess } from './store/save-state.ts';
