import type { Section } from '@lede/core';

/** The section that a link's `#fragment` (without the sign) names, as sites name headings. */
export function sectionNamed(sections: readonly Section[], fragment: string): Section | undefined {
  const name = decode(fragment).toLowerCase();
  return sections.find(({ title }) => slug(title) === name);
}

/** The name that sites give to a heading. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
