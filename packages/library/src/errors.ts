/**
 * Every failure that a caller can expect, by its stable code. README.md lists the same codes; a test
 * compares the two.
 */
export const LIBRARY_ERROR_CODES = {
  'state-broken': 'A state file cannot be understood; saving sets it aside under another name.',
  'state-newer': 'A state file was written by a newer version; it is left as it is.',
  'state-unreadable': 'The system refuses to read a state file or folder.',
  'state-unwritable': 'The system refuses to write a state file or folder.',
  'state-locked': 'Another process holds the lock of the state folder and does not let go.',
  'import-invalid': 'The text is not a list of W3C Web Annotations in JSON.',
  'bad-url': 'The URL is not an absolute http or https URL.',
  dns: 'The host has no address.',
  'private-address': 'The host is in a private network, and such are refused.',
  timeout: 'The answer did not come within the time limit.',
  aborted: 'The caller gave up.',
  'too-large': 'The answer is larger than the limit.',
  'http-status': 'The server answered with a failure.',
  'media-type': 'The answer is of another media type than was asked for.',
  'redirect-loop': 'The address redirects in a circle, or too often.',
  network: 'The connection failed.',
} as const;

export type LibraryErrorCode = keyof typeof LIBRARY_ERROR_CODES;

/** A failure as a value. `message` is for people and may change; `code` is for programs and does not. */
export interface LibraryError {
  code: LibraryErrorCode;
  message: string;
  /** The file it is about, where it is about one. */
  file?: string;
  /** The HTTP status, for `http-status`. */
  status?: number;
  /** What went wrong underneath, where there is such a thing. */
  cause?: unknown;
}

export type Failure = { ok: false; error: LibraryError };

type ErrorDetails = Omit<LibraryError, 'code' | 'message'>;

/** @param reason What happened in this case, added to the catalogue's sentence. */
export function libraryError(code: LibraryErrorCode, reason?: string, details: ErrorDetails = {}): LibraryError {
  const sentence = LIBRARY_ERROR_CODES[code];
  const message = reason === undefined ? sentence : `${sentence.replace(/\.$/, '')}: ${reason}`;
  return { code, message, ...details };
}

export function failure(code: LibraryErrorCode, reason?: string, details?: ErrorDetails): Failure {
  return { ok: false, error: libraryError(code, reason, details) };
}
