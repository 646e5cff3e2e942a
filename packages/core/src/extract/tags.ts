/** How the cutter treats an element, by its tag name. */

/** Elements whose content is never text of the page. */
const SKIPPED: ReadonlySet<string> = new Set(
  'script style svg canvas iframe object embed audio video select datalist textarea math-renderer'.split(' '),
);

/** Elements that begin and end a block of text. */
const BOUNDARY: ReadonlySet<string> = new Set(
  (
    'html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav noframes noscript ol ' +
    'optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Inline elements that hold words of a sentence; they never become blocks of their own. */
const PHRASING: ReadonlySet<string> = new Set(
  'b strong i em u s del ins code kbd samp var sub sup small mark abbr cite dfn q bdi bdo ruby rt rp rb rtc wbr br font tt big strike'.split(
    ' ',
  ),
);

/** Parents whose inline children are one run of words, whatever they look like. */
const PROSE: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 pre dt figcaption caption summary legend button'.split(' '),
);

export function isSkipped(tag: string): boolean {
  return SKIPPED.has(tag);
}

/** Custom elements count as boundaries: they are components, hardly ever words. */
export function isBoundary(tag: string): boolean {
  return BOUNDARY.has(tag) || tag.includes('-');
}

export function isPhrasing(tag: string): boolean {
  return PHRASING.has(tag);
}

export function isProse(tag: string): boolean {
  return PROSE.has(tag);
}

/** Kinds of element that the features tell apart. */
export const TAG_KINDS = [
  'other',
  'div',
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'li',
  'td',
  'th',
  'pre',
  'blockquote',
  'figcaption',
  'dt',
  'dd',
  'span',
  'a',
  'button',
  'label',
  'section',
  'time',
] as const;

const KIND_BY_TAG: ReadonlyMap<string, number> = new Map([
  ...TAG_KINDS.map((tag, kind) => [tag as string, kind] as const),
  ['h5', 6],
  ['h6', 6],
  ['caption', 12],
  ['legend', 18],
  ['code', 10],
  ['article', 19],
  ['main', 19],
]);

export function tagKind(tag: string): number {
  return KIND_BY_TAG.get(tag) ?? 0;
}
