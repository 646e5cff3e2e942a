import { resolveUrl } from '../../article/url.ts';
import type { PageFacts } from './facts.ts';
import { type StructuredData, stringAt } from './json-ld.ts';
import type { Found } from './title.ts';

/** Rights that are a licence, not "all rights reserved". */
const NAMES_LICENSE =
  /creative commons|\bCC[ -](?:BY|0)|licen[cs]e|lizenz|licencia|licenza|public domain|gemeinfrei|domaine public/i;
const LONGEST_NAME = 200;

/**
 * The licence that the article is published under, as an address where one is given: JSON-LD, a link with
 * `rel=license`, the rights of Dublin Core and their like, the one licence of Creative Commons that the page
 * links to outside of its figures. A copyright notice is no licence.
 */
export function findLicense(
  facts: PageFacts,
  data: StructuredData,
  base: string | undefined,
): Found<string> | undefined {
  const told = named(stringAt(asUrls(data), 'license'), base);
  if (told !== undefined) return { value: told, origin: 'json-ld' };
  const declared = facts.licenses.find(({ isDeclared }) => isDeclared);
  const linked = declared && resolveUrl(declared.url, base);
  if (linked?.startsWith('http')) return { value: linked, origin: 'html' };
  for (const key of ['dc.license', 'license', 'dc.rights', 'rights', 'copyright']) {
    for (const content of facts.metas.get(key) ?? []) {
      const value = NAMES_LICENSE.test(content) || /^https?:/.test(content) ? named(content, base) : undefined;
      if (value !== undefined) return { value, origin: 'meta' };
    }
  }
  const commons = new Set(facts.licenses.map(({ url }) => resolveUrl(url, base)));
  const [only] = commons;
  return commons.size === 1 && only !== undefined ? { value: only, origin: 'html' } : undefined;
}

/** The main node with a licence that is an object given by its address. */
function asUrls(data: StructuredData): Record<string, unknown> | undefined {
  const license = data.main?.['license'];
  if (license === undefined) return undefined;
  const node = data.resolve(license);
  if (typeof node !== 'object' || node === null) return { license: node };
  const { url, name, '@id': id } = node as Record<string, unknown>; // an object
  return { license: url ?? id ?? name };
}

/** An address made absolute; anything else as it is, if it is short. */
function named(value: string | undefined, base: string | undefined): string | undefined {
  if (value === undefined || value.length > LONGEST_NAME) return undefined;
  if (!/^(?:https?:)?\/\/|^\//i.test(value)) return value;
  const url = resolveUrl(value, base);
  return url?.startsWith('http') ? url : undefined;
}
