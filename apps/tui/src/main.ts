import process from 'node:process';
import type { Article } from '@lede/core';
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
  const inputs = options.inputs.length > 0 || process.stdin.isTTY ? options.inputs : ['-'];
  const [input] = inputs;
  if (input === undefined) return usage('name a file, or pipe an article in');
  const isReading = process.stdout.isTTY && canDraw(process.env) && options.format === undefined;
  if (!isReading) return printAll(inputs, options);
  const opened = await openInput(input, options);
  if (!opened.ok) return fail(opened.message, EXIT_UNREADABLE);
  const keyboard = openKeyboard();
  if (!keyboard) return print(opened.article, options);
  await readArticle(opened.article, keyboard, {
    ...(options.width ? { measure: options.width } : {}),
    ...(input === '-' ? {} : { file: input }),
  });
  return 0;
}

/** Prints every article that can be read; the exit status says whether all could. */
async function printAll(inputs: readonly string[], options: Options): Promise<number> {
  let code = 0;
  for (const input of inputs) {
    const opened = await openInput(input, options);
    if (opened.ok) await print(opened.article, options);
    else code = fail(opened.message, EXIT_UNREADABLE);
  }
  return code;
}

async function print(article: Article, { format = 'text', width }: Options): Promise<number> {
  const printer = await import('./chunks/print.ts');
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
  process.stdout.write(printer.print(article, format, width ?? columns));
  return 0;
}

function usage(message: string): number {
  return fail(`${message}; see lede --help`, EXIT_USAGE);
}

function fail(message: string, code: number): number {
  process.stderr.write(`lede: ${message.replaceAll(/\s+/g, ' ')}\n`);
  return code;
}
