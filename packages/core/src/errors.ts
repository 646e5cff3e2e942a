/**
 * Every failure that a caller can expect, by its stable code. README.md lists the same codes; a test
 * compares the two.
 */
export const ERROR_CODES = {
  'input-type': 'The input is neither a string nor bytes.',
  'input-empty': 'The input holds no text.',
  'input-binary': 'The input is not text (an image, an archive, a PDF …).',
  'input-too-large': 'The input is larger than the limit.',
  'options-invalid': 'An option has a value that it cannot have.',
  'charset-unknown': 'The charset option is not the label of an encoding.',
  'no-article-found': 'The page holds no article.',
  'article-invalid': 'The document breaks the schema or an invariant.',
  internal: 'Lede failed on this input; please report it.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** A failure as a value. `message` is for people and may change; `code` is for programs and does not. */
export interface LedeError {
  code: ErrorCode;
  message: string;
  /** What went wrong underneath, where there is such a thing. */
  cause?: unknown;
}

export function failure(code: ErrorCode, detail?: string, cause?: unknown): { ok: false; error: LedeError } {
  const message = detail === undefined ? ERROR_CODES[code] : `${ERROR_CODES[code].replace(/\.$/, '')}: ${detail}`;
  return { ok: false, error: cause === undefined ? { code, message } : { code, message, cause } };
}

/** What `Article.diagnostics` can tell, by its stable code; listed in README.md too. */
export const DIAGNOSTIC_CODES = {
  'nesting-flattened': 'Blocks were nested too deep; the deepest were flattened into their parents.',
  'media-type-guessed': 'The caller named no media type; it was guessed from the content.',
  'charset-guessed': 'Nothing declared the charset; it was guessed.',
  'characters-replaced': 'Bytes that the charset cannot hold were replaced by U+FFFD.',
  'characters-repaired': 'UTF-8 that had been read as Latin-1 before it came here was read again.',
  'url-dropped': 'Links or images whose URL is relative (and no base is known) or not allowed lost it.',
  'low-confidence': 'Which part of the page is the article is doubtful.',
  'markup-limited': 'Markup nested too deep, or too dense for one paragraph, was read as text.',
  paywalled: 'The page says that its article is not free to read; what it shows may be a part.',
  'content-from-data': 'The page does not show its article; it was taken from the data that the page carries.',
  'content-in-frame': 'The page shows other pages in frames; its article may stand there.',
  'frontmatter-invalid': 'The front matter is not valid YAML; it was kept as text.',
} as const;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;
