import { execFile } from 'node:child_process';
import { type ClipboardHost, type ClipboardTool, clipboardTools } from './clipboard-tools.ts';

/** What is on the clipboard, and as what it was copied; or why it cannot be had. */
export type ClipboardResult =
  | { ok: true; bytes: Uint8Array; mediaType?: 'text/html' }
  | { ok: false; code: 'clipboard-unavailable' | 'clipboard-empty' | 'clipboard-too-large'; message: string };

export interface ClipboardOptions extends ClipboardHost {
  /** The most bytes to take. */
  maxBytes: number;
  /** Whether what was copied as HTML may come as HTML. */
  html: boolean;
}

/** The program that copied hands the text over itself, and may hang. */
const TIME_MS = 5000;
/** What the tools say where nothing is copied, or no text. */
const EMPTY = /nothing is copied|no selection|not available|no suitable type|no buffers?|can't make|-1700/i;
/**
 * Elements that say more than the plain text does. Code editors copy HTML too, of nothing but coloured lines, and
 * there the text is what was meant.
 */
const STRUCTURE = /<(?:p|h[1-6]|li|a|table|blockquote|pre|article|em|strong|figure|img)[\s>]/i;

/** Reads the system's clipboard through the first program that has it. Never throws. */
export async function readClipboard(options: ClipboardOptions): Promise<ClipboardResult> {
  const { tools, wanted } = clipboardTools(options);
  let reason: string | undefined;
  let isEmpty = false;
  for (const tool of tools) {
    if (options.html) {
      const bytes = await readHtml(tool, options.maxBytes);
      if (bytes) return { ok: true, bytes, mediaType: 'text/html' };
    }
    const read = await run(tool.text, options.maxBytes);
    if (read.ok && read.bytes.some((byte) => byte > 0x20)) return read;
    if (read.ok || EMPTY.test(read.message)) isEmpty = true;
    else if (read.isTooLarge) return { ok: false, code: 'clipboard-too-large', message: read.message };
    else if (!read.isMissing) reason ??= `${tool.text[0]}: ${read.message}`;
  }
  if (isEmpty) return { ok: false, code: 'clipboard-empty', message: 'it holds no text' };
  return { ok: false, code: 'clipboard-unavailable', message: reason ?? wanted };
}

async function readHtml({ html }: ClipboardTool, maxBytes: number): Promise<Uint8Array | undefined> {
  const read = html && (await run(html, maxBytes));
  if (!read?.ok) return undefined;
  const bytes = fromAppleScript(read.bytes);
  // Structure begins early where there is any.
  return STRUCTURE.test(Buffer.from(bytes.subarray(0, 64 * 1024)).toString('latin1')) ? bytes : undefined;
}

/** AppleScript writes data as `«data HTML3C703E…»`. */
function fromAppleScript(bytes: Buffer): Buffer {
  const hex = /^«data HTML([\dA-F]*)»\s*$/.exec(bytes.length < 1 ? '' : bytes.toString('utf8'))?.[1];
  return hex === undefined ? bytes : Buffer.from(hex, 'hex');
}

type RunResult = { ok: true; bytes: Buffer } | { ok: false; message: string; isMissing: boolean; isTooLarge: boolean };

function run([command, ...args]: readonly [string, ...string[]], maxBytes: number): Promise<RunResult> {
  const { promise, resolve } = Promise.withResolvers<RunResult>();
  const limits = { encoding: 'buffer', maxBuffer: maxBytes, timeout: TIME_MS } as const;
  execFile(command, args, limits, (error, bytes, stderr) => {
    if (!error) return resolve({ ok: true, bytes });
    const isTooLarge = error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';
    const said = stderr.toString('utf8').trim().split('\n')[0] ?? '';
    const message = isTooLarge
      ? `it holds more than ${maxBytes} bytes`
      : error.killed
        ? `no answer in ${TIME_MS / 1000} s`
        : said || `it ended with ${error.code}`;
    resolve({ ok: false, message, isMissing: error.code === 'ENOENT', isTooLarge });
  });
  return promise;
}
