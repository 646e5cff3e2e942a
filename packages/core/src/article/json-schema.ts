import * as z from 'zod';
import { ArticleSchema } from './schema.ts';

/** What other programs call the schema by; a URN, because nothing is served at a URL of ours. */
const SCHEMA_URN = 'urn:lede:article:1';

/**
 * The schema of an article as JSON Schema (draft 2020-12), for programs in other languages. It says what
 * `schema.ts` says: the shape. The invariants are beyond JSON Schema; `validate` checks them.
 */
export function articleJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(ArticleSchema, { target: 'draft-2020-12' });
  return { $schema, $id: SCHEMA_URN, ...rest };
}
