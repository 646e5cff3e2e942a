import type { ArticleState, Highlight } from '../state/types.ts';
import {
  type Annotation,
  ANNOTATION_CONTEXT,
  type AnnotationCollection,
  type AnnotationSelector,
  HIGHLIGHT_IRI,
  LEDE_NAMESPACE,
  TEXT_FRAGMENT_SPEC,
} from './annotation-types.ts';

/** The highlights as one collection of W3C Web Annotations, in JSON. */
export function writeAnnotations(states: readonly ArticleState[]): string {
  const items = states.flatMap((state) => state.highlights.map((highlight) => annotationOf(state, highlight)));
  const collection: AnnotationCollection = {
    '@context': [ANNOTATION_CONTEXT, { lede: LEDE_NAMESPACE }],
    type: 'AnnotationCollection',
    label: 'Lede highlights',
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

/** One highlight as a W3C Web Annotation. */
function annotationOf({ key, title }: ArticleState, highlight: Highlight): Annotation {
  const { id, note, color, created, updated } = highlight;
  return {
    // What was imported from another tool keeps the name it has there.
    id: id.includes(':') ? id : HIGHLIGHT_IRI + id,
    type: 'Annotation',
    motivation: note === undefined ? 'highlighting' : 'commenting',
    created,
    modified: updated,
    ...(note === undefined
      ? {}
      : { body: { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note } }),
    target: {
      source: key,
      ...(title === undefined ? {} : { 'dc:title': title }),
      styleClass: color,
      selector: selectorsOf(highlight),
    },
  };
}

function selectorsOf({ anchor, codePoints, fragment }: Highlight): AnnotationSelector[] {
  const { exact, prefix, suffix, start, end, block } = anchor;
  const selectors: AnnotationSelector[] = [
    {
      type: 'TextQuoteSelector',
      exact,
      ...(prefix === '' ? {} : { prefix }),
      ...(suffix === '' ? {} : { suffix }),
    },
  ];
  if (codePoints) selectors.push({ type: 'TextPositionSelector', ...codePoints });
  if (fragment !== undefined) {
    selectors.push({ type: 'FragmentSelector', conformsTo: TEXT_FRAGMENT_SPEC, value: fragment.replace(/^#/, '') });
  }
  selectors.push({
    type: 'lede:AnchorSelector',
    'lede:start': start,
    'lede:end': end,
    ...(block === undefined ? {} : { 'lede:block': block }),
  });
  return selectors;
}
