/** What the file system throws. */
interface SystemError extends Error {
  code?: string;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as SystemError).code : undefined; // the one field it may have
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

export function alreadyExists(error: unknown): boolean {
  return codeOf(error) === 'EEXIST';
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
