/** What the core's `parse` takes, by what servers call it. */
const READABLE: Readonly<Record<string, string>> = {
  'text/html': 'text/html',
  'application/xhtml+xml': 'application/xhtml+xml',
  'text/markdown': 'text/markdown',
  'text/x-markdown': 'text/markdown',
  'text/plain': 'text/plain',
};
/** What servers say of files that they know nothing about; the name may know more. */
const UNTOLD: ReadonlySet<string> = new Set(['text/plain', 'application/octet-stream', 'binary/octet-stream']);
const BY_EXTENSION: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  mdown: 'text/markdown',
  mkd: 'text/markdown',
  txt: 'text/plain',
  text: 'text/plain',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
};

/** The media type to parse a page as, or the type that cannot be parsed. */
export type PageMediaType = { mediaType?: string } | { unreadable: string };

/**
 * Says what a page is by its `Content-Type`, its charset passed on (`text/html; charset=windows-1251`), and
 * by its name where the server does not tell. Nothing where neither does: the core then looks at the text.
 */
export function pageMediaType(contentType: string | null, url: string): PageMediaType {
  const [declared = '', ...parameters] = (contentType ?? '').split(';');
  const essence = declared.trim().toLowerCase();
  const named = typeOfName(url);
  if (essence === '') return named === undefined ? {} : { mediaType: named };
  const readable = Object.hasOwn(READABLE, essence) ? READABLE[essence] : undefined;
  const mediaType = UNTOLD.has(essence) ? (named ?? readable) : readable;
  if (mediaType === undefined) return { unreadable: essence };
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => /^charset\s*=/i.test(parameter));
  return { mediaType: charset === undefined ? mediaType : `${mediaType}; ${charset}` };
}

function typeOfName(url: string): string | undefined {
  const extension = /\.([a-z]+)$/i.exec(URL.parse(url)?.pathname ?? '')?.[1]?.toLowerCase();
  return extension !== undefined && Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
}
