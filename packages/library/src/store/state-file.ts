import { readFileSync } from 'node:fs';
import { libraryError, type LibraryError } from '../errors.ts';
import { isArticleState } from '../state/check-state.ts';
import type { ArticleState } from '../state/types.ts';
import { isMissing, reasonOf } from './system-error.ts';

/** What a state file holds. `text` is the file as it is. */
export type StateFile = { kind: 'missing' } | { kind: 'good'; state: ArticleState; text: string } | UnusableFile;

interface UnusableFile {
  kind: 'bad';
  error: LibraryError;
}

/**
 * Reads and checks one state file. Files are replaced whole, so no lock is needed to read one.
 *
 * @param key The article it must be of, where that is known.
 */
export function readStateFile(file: string, key?: string): StateFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return { kind: 'missing' };
    return bad('state-unreadable', file, reasonOf(cause), cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return bad('state-broken', file, `${file} is not JSON`, cause);
  }
  if (isArticleState(value)) {
    if (key === undefined || value.key === key) return { kind: 'good', state: value, text };
    return bad('state-broken', file, `${file} is of another article`);
  }
  return isNewer(value)
    ? bad('state-newer', file, `${file} is ${value.schema}`)
    : bad('state-broken', file, `${file} does not have the shape of a state`);
}

function bad(
  code: 'state-unreadable' | 'state-broken' | 'state-newer',
  file: string,
  reason: string,
  cause?: unknown,
): UnusableFile {
  return { kind: 'bad', error: libraryError(code, reason, cause === undefined ? { file } : { file, cause }) };
}

/** A later version may hold what this one knows nothing about: it is neither broken nor ours to change. */
function isNewer(value: unknown): value is { schema: string } {
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  return typeof schema === 'string' && /^lede\.state\/(?:[2-9]|[1-9]\d+)$/.test(schema);
}
