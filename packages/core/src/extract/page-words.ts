import { attribute, type Element, isText } from '../read/html/nodes.ts';
import { eachClassWord } from './class-words.ts';
import { LEAD_WORDS, type Measures } from './measure.ts';
import type { Page } from './page.ts';
import { hashNext, HASH_SEED, wordHashes } from './words.ts';

/** Where a word was found; one word in a class and in a menu are two. */
const PLACE = { class: 0x1234567, text: 0x2345678, tag: 0x3456789, schema: 0x456789a, path: 0x56789ab } as const;

/** Longer JSON-LD is not searched for types: they stand at its beginning. */
const MAX_SCHEMA = 100_000;

/**
 * Hashes of the words that tell what kind of page this is: of classes and short blocks, names of
 * elements, JSON-LD types, the path of the page's own address. Names of sites do not count.
 */
export function pageWords(page: Page, measures: Measures): Set<number> {
  const words = new Set<number>();
  const seen = new Set<string>();
  for (const names of page.elementClass) {
    if (seen.has(names)) continue;
    seen.add(names);
    eachClassWord(names, (hash) => words.add(hash ^ PLACE.class));
    const space = names.indexOf(' ');
    words.add(hashOf(space < 0 ? names : names.slice(0, space)) ^ PLACE.tag);
  }
  for (let b = 0; b < page.blockElement.length; b++) {
    const count = measures.words[b] as number;
    if (count > LEAD_WORDS) continue;
    for (let i = 0; i < count; i++) words.add((measures.lead[b * LEAD_WORDS + i] as number) ^ PLACE.text);
  }
  for (const node of page.declarations) {
    if (node.tagName === 'script') addSchemaTypes(node, words);
    else if (node.tagName === 'meta') {
      const property = attribute(node, 'property');
      if (property === 'og:type') words.add(hashOf(attribute(node, 'content') ?? '') ^ PLACE.schema);
      else if (property === 'og:url') addPath(attribute(node, 'content') ?? '', words);
    }
  }
  return words;
}

function addSchemaTypes(script: Element, words: Set<number>): void {
  const [source] = script.childNodes;
  if (!source || !isText(source)) return;
  for (const match of source.value.slice(0, MAX_SCHEMA).matchAll(/"@type"\s{0,9}:\s{0,9}"([A-Za-z]{1,40})"/g)) {
    words.add(hashOf(match[1] ?? '') ^ PLACE.schema);
  }
}

function addPath(url: string, words: Set<number>): void {
  const path = /^https?:\/\/[^/]{1,200}(\/[^?#]{0,500})/.exec(url)?.[1];
  if (path === undefined) return;
  for (const hash of wordHashes(path)) words.add(hash ^ PLACE.path);
}

function hashOf(text: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < text.length; i++) hash = hashNext(hash, text.charCodeAt(i));
  return hash;
}
