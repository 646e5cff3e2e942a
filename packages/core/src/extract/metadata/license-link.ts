import type { DefaultTreeAdapterTypes } from 'parse5';

/** A link to a licence. */
export interface LicenseLink {
  url: string;
  /** Whether `rel` says that it is the licence of the page; else it only leads to Creative Commons. */
  isDeclared: boolean;
}

/** Creative Commons, its licences and its public domain. */
const COMMONS = /^(?:https?:)?\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\//i;
const LICENSE = /(?:^|\s)licen[cs]e(?:\s|$)/i;

/** What a `<link>` or `<a>` says of a licence, if it leads to one. */
export function licenseLink({ attrs }: DefaultTreeAdapterTypes.Element): LicenseLink | undefined {
  let url = '';
  let isDeclared = false;
  for (const { name, value } of attrs) {
    if (name === 'href') url = value.trim();
    else if (name === 'rel') isDeclared = LICENSE.test(value);
  }
  return url !== '' && (isDeclared || COMMONS.test(url)) ? { url, isDeclared } : undefined;
}
