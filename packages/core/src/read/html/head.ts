import type { MetaDraft } from '../../article/meta.ts';
import type { Urls } from '../urls.ts';
import { attribute, type Element, isElement, type ParentNode, textContent } from './nodes.ts';
import { shownText } from './text.ts';

/** BCP 47 in outline: a language, then subtags. */
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;
/** Longer is no title but a mistake. In code units. */
const MAX_TEXT = 2000;

/** What a page says of itself in `html` and `head`: base, title, language, direction, canonical URL, description. */
export function readHead(root: ParentNode, urls: Urls, meta: MetaDraft): void {
  const found: Element[] = [];
  for (const node of root.childNodes) {
    if (!isElement(node)) continue;
    found.push(node);
    if (node.tagName === 'html') found.push(...elementsOf(node).filter((child) => child.tagName !== 'html'));
  }
  for (const element of found.filter((e) => e.tagName === 'head')) found.push(...elementsOf(element));
  const base = found.find((e) => e.tagName === 'base' && attribute(e, 'href') !== undefined);
  if (base) urls.rebase(attribute(base, 'href') ?? '');
  for (const element of found) readElement(element, urls, meta);
}

/** Only elements that may hold metadata: a page may put hundreds of scripts there. */
function elementsOf(parent: Element): Element[] {
  return parent.childNodes.filter(
    (node): node is Element => isElement(node) && !/^(?:script|style)$/.test(node.tagName),
  );
}

function readElement(element: Element, urls: Urls, meta: MetaDraft): void {
  switch (element.tagName) {
    case 'html':
    case 'body': {
      const language = attribute(element, 'lang')?.trim();
      if (language && LANGUAGE.test(language)) meta.set('language', language, 'html');
      const direction = attribute(element, 'dir')?.trim().toLowerCase();
      if (direction === 'rtl' || direction === 'ltr') meta.set('direction', direction, 'html');
      break;
    }
    case 'title':
      meta.set('title', shownText(textContent(element, MAX_TEXT)).slice(0, MAX_TEXT), 'html');
      break;
    case 'link':
      if (/(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, 'rel') ?? '')) {
        const url = urls.link(attribute(element, 'href') ?? '');
        if (url !== undefined && !url.startsWith('#')) meta.set('canonicalUrl', url, 'html');
      }
      break;
    case 'meta':
      if (attribute(element, 'name')?.trim().toLowerCase() === 'description') {
        meta.set('excerpt', shownText(attribute(element, 'content') ?? ''), 'meta');
      }
      break;
    default:
  }
}
