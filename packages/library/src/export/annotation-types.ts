/**
 * Our part of the W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): one annotation
 * a highlight. Fields that begin with `lede:` are ours; other tools pass over them.
 */
export interface Annotation {
  id: string;
  type: 'Annotation';
  motivation: 'highlighting' | 'commenting';
  created: string;
  modified: string;
  /** The note. */
  body?: { type: 'TextualBody'; purpose: 'commenting'; format: 'text/plain'; value: string };
  target: AnnotationTarget;
}

export interface AnnotationTarget {
  /** The key of the article. */
  source: string;
  'dc:title'?: string;
  /** The colour. */
  styleClass: string;
  selector: AnnotationSelector[];
}

export type AnnotationSelector =
  | { type: 'TextQuoteSelector'; exact: string; prefix?: string; suffix?: string }
  /** In code points. */
  | { type: 'TextPositionSelector'; start: number; end: number }
  /** A text fragment, without `#`. */
  | { type: 'FragmentSelector'; conformsTo: string; value: string }
  /** The anchor's own numbers, in UTF-16 code units. */
  | { type: 'lede:AnchorSelector'; 'lede:start': number; 'lede:end': number; 'lede:block'?: string };

export interface AnnotationCollection {
  '@context': [string, Record<string, string>];
  type: 'AnnotationCollection';
  label: string;
  total: number;
  first: { type: 'AnnotationPage'; startIndex: 0; items: Annotation[] };
}

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
export const LEDE_NAMESPACE = 'urn:lede:';
export const TEXT_FRAGMENT_SPEC = 'https://wicg.github.io/scroll-to-text-fragment/';
/** Before the id of a highlight, which makes an IRI of it. */
export const HIGHLIGHT_IRI = 'urn:lede:highlight:';
