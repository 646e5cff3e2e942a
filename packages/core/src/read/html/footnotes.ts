import {
  attribute,
  type ChildNode,
  classTokens,
  type Element,
  isElement,
  isText,
  type ParentNode,
  textContent,
  walkElements,
} from './nodes.ts';

/** What an element is to the footnotes of its page. */
export type NoteRole =
  | { type: 'definition'; label: string }
  | { type: 'reference'; target: string }
  /** The list around definitions: no list of the text's own. */
  | { type: 'list' }
  /** The `sup` around a reference, which adds nothing. */
  | { type: 'wrapper' }
  /** A link back from a note, the rule above the notes. */
  | { type: 'dropped' };

/** Class names of what holds a page's notes, as Markdown renderers, wikis and publishers write them. */
const CONTAINER_CLASSES: ReadonlySet<string> = new Set([
  'footnotes',
  'footnote-list',
  'footnotes-list',
  'footnote-definitions',
  'endnotes',
  'references',
]);
/** What all of them have in common; most classes are told apart by it. */
const MAY_BE_CONTAINER = /notes?\b|note-|references/;
const CONTAINER_ROLES: ReadonlySet<string> = new Set(['doc-endnotes', 'doc-footnotes']);
const NOTE_ROLES: ReadonlySet<string> = new Set(['doc-footnote', 'doc-endnote']);
const NOTE_TAGS: ReadonlySet<string> = new Set(['li', 'div', 'p', 'aside', 'section', 'dd']);
/** What writers put before a note's name to make an id of it. */
const ID_PREFIX = /^(?:user-content-)?(?:_?(?:fn|ftn|edn)|footnote|endnote|note|cite_note)[-_:.]?/i;
/** How a reference reads: a number or a name, a dagger, perhaps in brackets. */
const REFERENCE_TEXT = /^\s*[[(]?\s*(?:[\p{L}\p{N}]{1,6}|[*†‡§¶‖]{1,4})(?:\s[\p{N}]{1,4})?\s*[\])]?\s*$/u;
const REFERENCE_CLASS = /\b(?:footnote|fn|noteref|reference)/i;
const BACK_TEXT = /^\s*[↩↑⏎↵^⬆⤴](?:\s|\uFE0E|\uFE0F)*$/u;
const BACK_CLASS = /\b(?:footnote-?back|back-?ref|back-?link|reversefootnote|mw-cite-backlink|data-footnote-backref)/i;
/** How many elements up a note's container, a reference's `sup` or a back link's note is looked for. */
const MAX_CLIMB = 5;

/**
 * Finds the footnotes of a page: what defines one, what refers to it. Careful by design: a note has an id,
 * stands where notes stand (or says that it is one), and something that reads as a reference leads to it.
 */
export function findFootnotes(root: ParentNode): ReadonlyMap<Element, NoteRole> {
  const links: Element[] = [];
  const containers = new Set<ParentNode>();
  const candidates = new Map<string, Element>();
  const roles = new Map<Element, NoteRole>();
  const labels = new Labels();
  walkElements(root, (node) => {
    if (node.attrs.length === 0) return undefined;
    if (node.tagName === 'a') {
      if (attribute(node, 'href')?.startsWith('#')) links.push(node);
      return undefined;
    }
    let id = '';
    let role = '';
    for (const { name, value } of node.attrs) {
      if (name === 'id') id = value;
      else if (name === 'role') role = value.trim().toLowerCase();
      else if (name === 'class' && MAY_BE_CONTAINER.test(value) && hasContainerClass(node)) containers.add(node);
    }
    if (CONTAINER_ROLES.has(role)) containers.add(node);
    if (id === '') return undefined;
    if (NOTE_ROLES.has(role)) {
      roles.set(node, { type: 'definition', label: labels.of(id) });
      if (!candidates.has(id)) candidates.set(id, node);
    } else if (
      containers.size > 0 &&
      NOTE_TAGS.has(node.tagName) &&
      !candidates.has(id) &&
      isWithin(node, containers)
    ) {
      candidates.set(id, node);
    }
    return undefined;
  });
  const noted = new Set<ParentNode>(candidates.values());
  for (const link of links) addReference(link, candidates, noted, labels, roles);
  if (roles.size === 0) return roles;
  for (const link of links) addBackLink(link, roles);
  for (const container of containers) addContainer(container, noted, labels, roles);
  return roles;
}

function roleOf(element: Element): string {
  return attribute(element, 'role')?.trim().toLowerCase() ?? '';
}

function hasContainerClass(element: Element): boolean {
  return classTokens(element).some((token) => CONTAINER_CLASSES.has(token));
}

function isWithin(node: Element, elements: ReadonlySet<ParentNode>): boolean {
  let parent = node.parentNode;
  for (let i = 0; i < MAX_CLIMB && parent; i++) {
    if (elements.has(parent)) return true;
    parent = 'parentNode' in parent ? parent.parentNode : null;
  }
  return false;
}

function addReference(
  link: Element,
  candidates: ReadonlyMap<string, Element>,
  noted: ReadonlySet<ParentNode>,
  labels: Labels,
  roles: Map<Element, NoteRole>,
): void {
  const id = targetOf(link);
  const note = candidates.get(id);
  const saysSo = roleOf(link) === 'doc-noteref';
  if (id === '' || (!note && !saysSo) || (!saysSo && (!readsAsReference(link) || isWithin(link, noted)))) return;
  const label = labels.of(id);
  if (note) roles.set(note, { type: 'definition', label });
  roles.set(link, { type: 'reference', target: label });
  const { parentNode } = link;
  if (
    parentNode &&
    isElement(parentNode) &&
    parentNode.tagName === 'sup' &&
    parentNode.childNodes.every(isShownOnlyAs(link))
  ) {
    roles.set(parentNode, { type: 'wrapper' });
  }
}

function isShownOnlyAs(link: Element): (node: ChildNode) => boolean {
  return (node) => node === link || (isText(node) && node.value.trim() === '');
}

/** The id that a link within the page leads to. */
function targetOf(link: Element): string {
  const raw = attribute(link, 'href')?.slice(1) ?? '';
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

function readsAsReference(link: Element): boolean {
  const isMarked =
    link.parentNode?.nodeName === 'sup' ||
    link.childNodes.some((node) => node.nodeName === 'sup') ||
    REFERENCE_CLASS.test(attribute(link, 'class') ?? '') ||
    attribute(link, 'data-footnote-ref') !== undefined ||
    /^\s*\[.{1,8}\]\s*$/s.test(textContent(link, 16));
  return isMarked && REFERENCE_TEXT.test(textContent(link, 32));
}

/** The names of notes: each is its id without what makes it an id, unless another note has that. */
class Labels {
  readonly #byId = new Map<string, string>();
  readonly #taken = new Set<string>();

  of(id: string): string {
    let label = this.#byId.get(id);
    if (label === undefined) {
      const short = id.replace(ID_PREFIX, '').trim();
      label = short === '' || this.#taken.has(short) ? id : short;
      this.#byId.set(id, label);
      this.#taken.add(label);
    }
    return label;
  }
}

function addBackLink(link: Element, roles: Map<Element, NoteRole>): void {
  if (roles.has(link)) return;
  const isBack =
    roleOf(link) === 'doc-backlink' ||
    attribute(link, 'data-footnote-backref') !== undefined ||
    BACK_CLASS.test(attribute(link, 'class') ?? '') ||
    BACK_TEXT.test(textContent(link, 8));
  let above: ParentNode | null = link.parentNode;
  let wrapper: Element | undefined;
  for (let i = 0; i < MAX_CLIMB && above && isElement(above); i++) {
    if (BACK_CLASS.test(attribute(above, 'class') ?? '')) wrapper = above;
    if (roles.get(above)?.type === 'definition') {
      if (wrapper || isBack) roles.set(wrapper ?? link, { type: 'dropped' });
      return;
    }
    above = above.parentNode;
  }
}

/** Marks the lists of a container whose items are all notes, and the rule above them. */
function addContainer(
  container: ParentNode,
  noted: ReadonlySet<ParentNode>,
  labels: Labels,
  roles: Map<Element, NoteRole>,
): void {
  if (isElement(container)) addList(container, noted, labels, roles);
  let hasNotes = false;
  for (const child of container.childNodes) {
    if (!isElement(child)) continue;
    if (addList(child, noted, labels, roles) || roles.get(child)?.type === 'definition') hasNotes = true;
  }
  if (!hasNotes) return;
  const rule = container.childNodes.find((node) => isElement(node));
  if (rule && isElement(rule) && rule.tagName === 'hr') roles.set(rule, { type: 'dropped' });
}

/** A list all of whose items may be notes and some are: the others are notes that nothing refers to. */
function addList(
  list: Element,
  noted: ReadonlySet<ParentNode>,
  labels: Labels,
  roles: Map<Element, NoteRole>,
): boolean {
  if (list.tagName !== 'ol' && list.tagName !== 'ul') return false;
  const items = list.childNodes.filter((node): node is Element => isElement(node));
  const isNote = (item: Element): boolean => roles.get(item)?.type === 'definition';
  if (!items.some(isNote) || !items.every((item) => isNote(item) || noted.has(item))) return false;
  for (const item of items) {
    if (!isNote(item)) roles.set(item, { type: 'definition', label: labels.of(attribute(item, 'id') ?? '') });
  }
  roles.set(list, { type: 'list' });
  return true;
}
