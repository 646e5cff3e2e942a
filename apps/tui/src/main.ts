import process from 'node:process';
import { helpText } from './cli/help.ts';
import { type Options, parseArguments } from './cli/options.ts';
import { openInput } from './open.ts';
import { readArticle } from './read.ts';
import { canDraw } from './terminal/color.ts';
import { openKeyboard } from './terminal/session.ts';
import { VERSION } from './version.ts';

const EXIT_UNREADABLE = 1;
const EXIT_USAGE = 2;

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));

async function main(args: readonly string[]): Promise<number> {
  // `lede … | head` closes the pipe early; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = EXIT_UNREADABLE;
    process.exit();
  });
  const parsed = parseArguments(args);
  if (parsed.kind === 'usage') return usage(parsed.message);
  if (parsed.kind === 'read') return read(parsed.options);
  process.stdout.write(parsed.kind === 'help' ? helpText() : `lede ${VERSION}\n`);
  return 0;
}

async function read(options: Options): Promise<number> {
  const [input = process.stdin.isTTY ? undefined : '-', ...more] = options.inputs;
  if (input === undefined) return usage('name a file, or pipe an article in');
  if (more.length > 0) return usage('one file at a time');
  const opened = await openInput(input, options);
  if (!opened.ok) return fail(opened.message, EXIT_UNREADABLE);
  const { article } = opened;
  const keyboard = process.stdout.isTTY && canDraw(process.env) && !options.format ? openKeyboard() : undefined;
  if (keyboard) {
    await readArticle(article, keyboard, {
      ...(options.width ? { measure: options.width } : {}),
      ...(input === '-' ? {} : { file: input }),
    });
    return 0;
  }
  const { print } = await import('./chunks/print.ts');
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
  process.stdout.write(print(article, options.format ?? 'text', options.width ?? columns));
  return 0;
}

function usage(message: string): number {
  return fail(`${message}; see lede --help`, EXIT_USAGE);
}

function fail(message: string, code: number): number {
  process.stderr.write(`lede: ${message.replaceAll(/\s+/g, ' ')}\n`);
  return code;
}
