import type { ParseOptions } from '@lede/core';
import { z } from 'zod';

/** Metadata that the caller knows. */
export type KnownMeta = NonNullable<ParseOptions['meta']>;
type ContentChoice = NonNullable<ParseOptions['content']>;

/** What both kinds of request can say besides the input. */
export interface GivenOptions extends KnownMeta {
  url?: string;
  content?: ContentChoice;
}

type Optional<T> = z.ZodExactOptional<z.ZodType<T>>;
type ListField = 'authors' | 'tags';
type ScalarField = Exclude<keyof KnownMeta, ListField>;

const some = z.string().min(1);
const date = z.union([z.iso.date(), z.iso.datetime({ offset: true })], 'Must be an RFC 3339 date or date-time.');
const author = z.strictObject({ name: some, url: some.exactOptional() });

/** The options that are one string, for a JSON body and for the query alike. */
export const scalarOptions: { [K in ScalarField | 'url' | 'content']: Optional<NonNullable<GivenOptions[K]>> } = {
  url: some.exactOptional().meta({
    description: 'Where the input came from (absolute): the base of its relative URLs.',
  }),
  content: z.enum(['auto', 'article', 'everything']).exactOptional().meta({
    description: 'Which part of a web page becomes the article; `auto`: the article of a whole page.',
  }),
  title: some.exactOptional().meta({ description: 'Wins over the title that the input has; so do all below.' }),
  byline: some.exactOptional(),
  dateline: some.exactOptional(),
  published: date.exactOptional().meta({ description: 'RFC 3339 date or date-time.' }),
  modified: date.exactOptional(),
  language: some.exactOptional().meta({ description: 'BCP 47.' }),
  direction: z.enum(['ltr', 'rtl']).exactOptional(),
  site: some.exactOptional(),
  canonicalUrl: some.exactOptional(),
  excerpt: some.exactOptional(),
  image: some.exactOptional(),
  section: some.exactOptional(),
  license: some.exactOptional().meta({ description: 'Address of the licence, or its name.' }),
};

/** Nobody has more authors or tags; see `readJsonRequest` for what a longer list would cost. */
export const MAX_LIST = 1000;

/** The options that are lists, in a JSON body. */
export const listOptions: { [K in ListField]: Optional<NonNullable<KnownMeta[K]>> } = {
  authors: z.array(author).max(MAX_LIST).exactOptional(),
  tags: z.array(some).max(MAX_LIST).exactOptional(),
};
