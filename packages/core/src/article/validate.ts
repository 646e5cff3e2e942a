import { failure, type LedeError } from '../errors.ts';
import { checkShape, type ShapeIssue } from './check-shape.ts';
import { checkInvariants, type InvariantId } from './invariants.ts';
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

/** Past this many the rest is of no help to anybody. */
const MAX_ISSUES = 100;

/**
 * Checks that a value (say, parsed JSON) is an article: its shape by the schema, and every invariant.
 *
 * Returns the very value on success, nothing is copied or filled in. Otherwise the error
 * `article-invalid`, whose `issues` (at most 100) name the rule and the block. Never throws: a value
 * that cannot be read (a getter or proxy that throws) breaks the rule `schema`.
 *
 * @example
 * const result = validate(JSON.parse(body));
 * if (!result.ok) console.error(result.error.issues);
 */
export function validate(value: unknown): ValidateResult {
  try {
    const issues = check(value);
    return issues.length === 0 ? { ok: true, article: value as Article } : invalid(issues); // checked
  } catch (cause) {
    return invalid([{ rule: 'schema', message: 'The value cannot be read.', path: '' }], cause);
  }
}

function check(value: unknown): ArticleIssue[] {
  const wrong = checkShape(value);
  if (wrong.length > 0) return wrong.slice(0, MAX_ISSUES).map(schemaIssue);
  const article = value as Article; // the schema has just said so
  // A record schema skips this key, and what comes back is the value itself, not the schema's copy of it.
  if (article.ext && Object.hasOwn(article.ext, '__proto__')) {
    return [{ rule: 'schema', message: 'The key "__proto__" is not a reverse-DNS name.', path: 'ext' }];
  }
  return checkInvariants(article);
}

function invalid(issues: ArticleIssue[], cause?: unknown): ValidateResult {
  const first = issues[0] as ArticleIssue; // never called without one
  const where = first.path ?? (first.block === undefined ? '' : `block ${first.block}`);
  const { error } = failure('article-invalid', `${first.rule}${where && ` at ${where}`}: ${first.message}`, cause);
  return { ok: false, error: { ...error, issues } };
}

function schemaIssue(issue: ShapeIssue): ArticleIssue {
  const path = issue.path.map(String).join('.');
  const [list, index] = issue.path;
  const at = list === 'blocks' && typeof index === 'number' ? { block: index } : {};
  return { rule: 'schema', message: issue.message, path, ...at };
}
