import { cleanTex } from './math.ts';
import { isBlockName } from './block-names.ts';
import { hasClass } from './figure.ts';
import { imageSources, isPixel } from './image-source.ts';
import { attribute, type ChildNode, type Element, firstAttribute, isElement, isText, walk } from './nodes.ts';
import { parseFragment } from './parse-tree.ts';
import { shownText } from './text.ts';
import type { Entered, TreeReader } from './tree-reader.ts';

/** Images by which sites draw emoji and formulas; their `alt` is the text. */
const TEXT_IMAGE = /\b(?:emoji|emoticon|wp-smiley|mwe-math|latex)/i;

/** An image is a block where it stands alone, and part of its line elsewhere. */
export function enterImage(reader: TreeReader, element: Element): Entered {
  addImage(reader, element);
  return 'skip';
}

function addImage(reader: TreeReader, element: Element): void {
  const alt = shownText(attribute(element, 'alt') ?? '');
  if (alt !== '' && TEXT_IMAGE.test(attribute(element, 'class') ?? '')) {
    reader.text(cleanTex(alt));
    return;
  }
  if (isPixel(element)) return;
  let url: string | undefined;
  for (const source of imageSources(element)) {
    url = reader.urls.image(source);
    if (url !== undefined) break;
  }
  if (url === undefined) return;
  const key = sameImageKey(url);
  reader.seenImages.add(key);
  const isBlock = !reader.inHeading && isAlone(element);
  // Five stars in a line are a rating.
  if ((isBlock || !reader.builder.isInLine) && reader.repeatsPicture(key)) return;
  const image = { type: 'image', url, ...(alt === '' ? {} : { alt }) } as const;
  const title = shownText(attribute(element, 'title') ?? '');
  if (isBlock) reader.builder.void(title === '' ? image : { ...image, title });
  else reader.atom(image);
}

/** What two sizes of one image have in common. */
function sameImageKey(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1);
  return path.replace(/-\d{1,5}x\d{1,5}(\.\w{1,5})$/, '$1');
}

/** Elements that stand within a line and around an image add nothing to it. */
const WRAPPERS: ReadonlySet<string> = new Set(['a', 'center', 'font', 'noscript', 'picture', 'span']);
/** An image among more neighbours than this is taken for one of a line; it bounds the work. */
const MAX_SIBLINGS = 16;
const IMAGE_FILE = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/** Whether nothing else shows in the block that holds the image. A link to anything but an image is kept inline. */
function isAlone(image: Element): boolean {
  let node: Element = image;
  for (;;) {
    const parent: ChildNode['parentNode'] = node.parentNode;
    if (!parent || !isElement(parent)) return !parent || hasNoNeighbour(node, parent.childNodes);
    if (!hasNoNeighbour(node, parent.childNodes)) return false;
    if (!WRAPPERS.has(parent.tagName)) return isBlockName(parent.tagName);
    if (parent.tagName === 'a' && !isImageFile(attribute(parent, 'href') ?? '')) return isInFigure(parent);
    node = parent;
  }
}

/** What stands beside an image without making it a part of a line. */
const BESIDE: ReadonlySet<string> = new Set(['source', 'noscript', 'br', 'figcaption']);

function hasNoNeighbour(node: ChildNode, siblings: readonly ChildNode[]): boolean {
  if (siblings.length > MAX_SIBLINGS) return false;
  return siblings.every((other) => {
    if (other === node || other.nodeName === '#comment') return true;
    if (isText(other)) return other.value.trim() === '';
    return BESIDE.has(other.nodeName);
  });
}

function isInFigure(link: Element): boolean {
  const { parentNode } = link;
  if (!parentNode || !isElement(parentNode)) return false;
  return parentNode.tagName === 'figure' || hasClass(parentNode, 'wp-caption');
}

function isImageFile(href: string): boolean {
  return IMAGE_FILE.test(href.split(/[?#]/, 1)[0] ?? '');
}

/** Of what shows without scripts, only images that do not stand in the article: a lazy loader's copies. */
export function enterNoscript(reader: TreeReader, element: Element): Entered {
  const [source] = element.childNodes;
  if (source && isText(source) && /<img\b/i.test(source.value)) {
    walk(parseFragment(source.value), (node) => {
      if (isElement(node) && node.tagName === 'img' && !isShown(reader, node)) addImage(reader, node);
      return undefined;
    });
  }
  return 'skip';
}

function isShown(reader: TreeReader, image: Element): boolean {
  const [source] = imageSources(image);
  const url = source === undefined ? undefined : reader.urls.image(source);
  return url !== undefined && reader.seenImages.has(sameImageKey(url));
}

/** Something of another site, or that plays: a frame, a video, an object. What it holds for old browsers is not read. */
export function enterEmbed(reader: TreeReader, element: Element): Entered {
  const raw = embedSource(element);
  const isUsable = raw !== undefined && !/^\s*(?:about|blob|javascript):/i.test(raw) && !isPixel(element);
  const url = isUsable ? reader.urls.link(raw) : undefined;
  if (url !== undefined && !url.startsWith('#')) {
    const title = shownText(firstAttribute(element, ['title', 'aria-label']) ?? '');
    reader.endHeading();
    reader.builder.void(title === '' ? { type: 'embed', url } : { type: 'embed', url, title });
    return 'skip';
  }
  return element.tagName === 'object' ? undefined : 'skip';
}

function embedSource(element: Element): string | undefined {
  const own = firstAttribute(element, ['src', 'data-src', 'data-lazy-src', 'data']);
  if (own !== undefined && !/^about:/i.test(own)) return own;
  const lazy = firstAttribute(element, ['data-src', 'data-lazy-src']);
  if (lazy !== undefined) return lazy;
  const source = element.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'source');
  return source && firstAttribute(source, ['src', 'data-src']);
}
