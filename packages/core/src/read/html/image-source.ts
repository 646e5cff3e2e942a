import { attribute, type Element, isElement } from './nodes.ts';

/** Attributes in which lazy loaders keep what `src` will be, best known first. */
const LAZY_SOURCES = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-original-src',
  'data-hi-res-src',
  'data-full-src',
  'data-lazy',
  'data-image',
];
/** What else a loader of its own may keep an address in, looked at where nothing better is there: by what it names. */
const OTHER_SOURCE = /^data-/;
const IMAGE_ADDRESS = /^\s*[^\s,?]+\.(?:avif|gif|jpe?g|png|webp)(?:\?[^\s,]*)?\s*$/i;
/** A longer value is data. */
const LONGEST_ADDRESS = 2000;
const SOURCE_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];

/** Wider than this is print size; a screen gains nothing. In pixels. */
const MAX_WIDTH = 2560;
/** Densities above this are for no screen in use. */
const MAX_DENSITY = 3;
/** White space and comments count too; a picture needs a handful. */
const MAX_PICTURE_SOURCES = 32;
/** `data:` images shorter than this are single pixels or blurs that stand for the real one. In code units. */
const MIN_DATA_URL = 300;
/** Placeholders are named so; only the end of a URL is looked at, which bounds the work. */
const MAX_FILE_NAME = 100;
const PLACEHOLDER =
  /^(?:blank|spacer|placeholder|transparent|pixel|1x1|grey|gray|loading|loader|lazy|trans|dot|clear)\b/i;
/** Those whose name leaves no doubt: `loading-dock.jpg` is a picture, `loading-dark.svg` is not. */
const CERTAIN_PLACEHOLDER =
  /^(?:(?:blank|spacer|placeholder|transparent|loading|loader|lazy)(?:[-_.].*)?\.(?:gif|svg)|(?:blank|spacer|placeholder|transparent|pixel|1x1)\.(?:png|webp))$/i;

/**
 * The URLs that an `img` may have, as written, best first: the largest sensible one of its source set,
 * what a lazy loader would load, `src`, then the sources of the `picture` around it, then any address of an image in
 * an attribute for scripts. Placeholders come last, and not at all where there is no image behind them.
 */
export function imageSources(image: Element): string[] {
  const found: string[] = [];
  for (const name of SOURCE_SETS) {
    const best = largest(attribute(image, name) ?? '');
    if (best !== undefined) found.push(best);
  }
  for (const name of [...LAZY_SOURCES, 'src']) {
    const value = attribute(image, name)?.trim();
    if (value) found.push(value);
  }
  const picture = image.parentNode;
  if (found.every(isPlaceholder) && picture && isElement(picture) && picture.tagName === 'picture') {
    for (const source of picture.childNodes.slice(0, MAX_PICTURE_SOURCES)) {
      if (!isElement(source) || source.tagName !== 'source') continue;
      const best = largest(attribute(source, 'srcset') ?? attribute(source, 'data-srcset') ?? '');
      if (best !== undefined) found.push(best);
    }
  }
  if (found.every(isPlaceholder)) {
    for (const { name, value } of image.attrs) {
      if (!OTHER_SOURCE.test(name) || value.length > LONGEST_ADDRESS) continue;
      if (IMAGE_ADDRESS.test(value)) found.push(value.trim());
    }
  }
  const real = found.filter((url) => !isPlaceholder(url));
  if (real.length === 0 && attribute(image, 'alt')?.trim() === '' && found.every(isCertainPlaceholder)) return [];
  return [...real, ...found.filter((url) => isPlaceholder(url) && !url.toLowerCase().startsWith('data:'))];
}

/** Whether an image (or frame) is a pixel that counts visits. */
export function isPixel(element: Element): boolean {
  return isTiny(attribute(element, 'width')) && isTiny(attribute(element, 'height'));
}

function isTiny(length: string | undefined): boolean {
  return length !== undefined && /^\s*[0-2](?:px)?\s*$/.test(length);
}

function isPlaceholder(url: string): boolean {
  if (/^data:/i.test(url)) return url.length < MIN_DATA_URL || /^data:image\/svg/i.test(url);
  return PLACEHOLDER.test(fileName(url));
}

function isCertainPlaceholder(url: string): boolean {
  return /^data:/i.test(url) || CERTAIN_PLACEHOLDER.test(fileName(url));
}

function fileName(url: string): string {
  const [path = ''] = url.slice(-MAX_FILE_NAME).split(/[?#]/);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The largest sensible candidate of a `srcset` (HTML Living Standard, 4.8.4.2.2). */
export function largest(srcset: string): string | undefined {
  let best: { url: string; score: number } | undefined;
  for (const { url, width, density } of candidates(srcset)) {
    // Sizes that are too large rank below all others, the least of them first.
    const size = width ?? density;
    const score = size <= (width === undefined ? MAX_DENSITY : MAX_WIDTH) ? size : -size;
    if (!best || score > best.score) best = { url, score };
  }
  return best?.url;
}

interface Candidate {
  url: string;
  /** In pixels, where the `srcset` gives widths. */
  width: number | undefined;
  density: number;
}

/** A URL is all up to white space and may hold commas, so candidates cannot be split at commas. */
function candidates(srcset: string): Candidate[] {
  const found: Candidate[] = [];
  const pattern = /[\s,]*([^\s]+)([^,]*)/y;
  for (let match = pattern.exec(srcset); match; match = pattern.exec(srcset)) {
    let [, url = '', descriptor = ''] = match;
    if (url.endsWith(',')) {
      // No descriptor: what follows the comma is the next candidate.
      pattern.lastIndex = match.index + match[0].length - descriptor.length;
      descriptor = '';
      while (url.endsWith(',')) url = url.slice(0, -1);
    }
    const [, number, unit] = /^\s*(\d+(?:\.\d+)?)([wx])/.exec(descriptor) ?? [];
    const value = Number(number ?? 1);
    if (url !== '') found.push({ url, width: unit === 'w' ? value : undefined, density: unit === 'x' ? value : 1 });
  }
  return found;
}
