import { z } from 'zod';
import { failure, type LedeError } from '../errors.ts';
import { checkInvariants, type InvariantId } from './invariants.ts';
import { ArticleSchema } from './schema.ts';
import type { Article } from './types.ts';

/** One thing wrong with a document: which rule, and where. */
export interface ArticleIssue {
  rule: 'schema' | InvariantId;
  message: string;
  /** Path into the document, e.g. `blocks.3.depth`; only for `schema`. */
  path?: string;
  /** Index of the block it was found at, where there is one. */
  block?: number;
}

export type ValidateResult =
  | { ok: true; article: Article }
  | { ok: false; error: LedeError & { issues: ArticleIssue[] } };

let compiled: z.ZodType<Article> | undefined;

/**
 * Checks that a value (say, parsed JSON) is an article: its shape by the schema, and every invariant.
 *
 * Returns the very value on success, nothing is copied or filled in. Otherwise the error
 * `article-invalid`, whose `issues` name the rule and the block.
 *
 * @example
 * const result = validate(JSON.parse(body));
 * if (!result.ok) console.error(result.error.issues);
 */
export function validate(value: unknown): ValidateResult {
  compiled ??= z.compile(ArticleSchema);
  const parsed = compiled.safeParse(value);
  const issues: ArticleIssue[] = parsed.success
    ? checkInvariants(value as Article)
    : parsed.error.issues.map(schemaIssue);
  const [first] = issues;
  if (!first) return { ok: true, article: value as Article }; // the schema has just said so
  const where = first.path ?? (first.block === undefined ? '' : `block ${first.block}`);
  const { error } = failure('article-invalid', `${first.rule}${where && ` at ${where}`}: ${first.message}`);
  return { ok: false, error: { ...error, issues } };
}

function schemaIssue(issue: z.core.$ZodIssue): ArticleIssue {
  const path = issue.path.map(String).join('.');
  const [list, index] = issue.path;
  const at = list === 'blocks' && typeof index === 'number' ? { block: index } : {};
  return { rule: 'schema', message: issue.message, path, ...at };
}
