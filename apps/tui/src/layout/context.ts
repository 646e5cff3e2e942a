import type { Draft } from '@lede/core';
import type { CodeToken, LayoutOptions } from './options.ts';
import type { Page } from './page.ts';
import type { Part } from './parts.ts';
import type { Structure } from './structure.ts';
import type { TableColumns } from './table-columns.ts';

/** What laying out any block of an article needs, and what it remembers between blocks. One for each `Flow`. */
export interface LayoutContext {
  readonly article: Draft;
  readonly structure: Structure;
  readonly options: LayoutOptions;
  readonly page: Page;
  /** Columns of the tables met, by table and room. */
  readonly tables: Map<string, TableColumns>;
  /** Parts of the long leaves met. */
  readonly parts: Map<number, Part[]>;
  /** Tokens of the code blocks met. */
  readonly tokens: Map<number, readonly CodeToken[]>;
}

/** Entries kept of each map above; past it the map starts anew. */
const MOST_KEPT = 256;

/** The value of `key`, made where it is not known. */
export function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  if (map.size >= MOST_KEPT) map.clear();
  map.set(key, value);
  return value;
}
