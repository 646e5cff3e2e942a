import type { Row } from './row.ts';

/** Fields of the metadata whose mistakes can be listed. */
export const FIELDS = ['title', 'author', 'date'] as const;
export type Field = (typeof FIELDS)[number];

/** One line for each page whose field disagrees with the reference: what was found, what was wanted. */
export function listWrong(rows: readonly Row[], field: Field): string[] {
  return rows.filter((row) => isWrong(row, field)).map((row) => lineOf(row, field));
}

function isWrong({ metadata }: Row, field: Field): boolean {
  if (field === 'title') return metadata.titleEqual === false;
  if (field === 'author') return metadata.authors === false || metadata.authorInvented === true;
  return metadata.date === false || metadata.dateInvented === true;
}

function lineOf({ page, found, metadata }: Row, field: Field): string {
  const pairs: Record<Field, [found: string | undefined, wanted: string | undefined]> = {
    title: [found.title, page.title],
    author: [found.authors.join(' + '), page.byline],
    date: [found.published, page.published],
  };
  const [given, wanted] = pairs[field];
  const mark = field === 'title' && metadata.titleClose === true ? '~' : '!';
  return `${mark} ${page.id.padEnd(5)} ${page.type.slice(0, 6).padEnd(6)} ${show(given)}  wanted ${show(wanted)}  ${page.url ?? ''}`;
}

function show(value: string | undefined): string {
  return value === undefined || value === '' ? 'none' : JSON.stringify(value);
}
