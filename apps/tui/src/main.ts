import process from 'node:process';
import type { Draft } from '@lede/core';
import { defaultStateFolder, openState } from '@lede/library';
import { helpText } from './cli/help.ts';
import { CLIPBOARD, isPath, STANDARD_INPUT } from './cli/input-kind.ts';
import { isFolder } from './cli/read-input.ts';
import { type HighlightFormat, type Options, parseArguments } from './cli/options.ts';
import { type Config, writeConfig } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import type { Why } from './chunks/why.ts';
import { withProgress } from './cli/progress.ts';
import type { Document, Load } from './desk.ts';
import { openInput, openToRead, type OpenResult } from './open.ts';
import { listFiles, type Openable } from './reader/files.ts';
import type { State } from './reader/state.ts';
import { readArticle } from './read.ts';
import { canDraw } from './terminal/color.ts';
import { asksForSpeech } from './terminal/screen-reader.ts';
import { openKeyboard } from './terminal/session.ts';
import { VERSION } from './version.ts';

const EXIT_UNREADABLE = 1;
const EXIT_USAGE = 2;

interface Run extends Options {
  onIdle: () => void;
}

/** A command line that reads on the terminal, with the user's settings. */
interface Reading extends Run {
  settings: Config;
  /** For a screen reader, whoever says so. */
  isSpoken: boolean;
}

/**
 * Runs the command and resolves to its exit status. `onIdle` is called when a reader is ready for keys and has
 * nothing else to do.
 */
export async function main(args: readonly string[], onIdle: () => void): Promise<number> {
  // `lede … | head` closes the pipe early; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = EXIT_UNREADABLE;
    process.exit();
  });
  const parsed = parseArguments(args);
  if (parsed.kind === 'usage') return usage(parsed.message);
  if (parsed.kind === 'read') return read({ ...parsed.options, onIdle });
  if (parsed.kind === 'config') return printConfig(parsed.config);
  if (parsed.kind === 'man' || parsed.kind === 'completions') {
    const { completionScript, manPage } = await import('./chunks/shell-help.ts');
    process.stdout.write(parsed.kind === 'man' ? manPage() : completionScript(parsed.shell));
    return 0;
  }
  if (parsed.kind === 'highlights') return printHighlights(parsed.format, parsed.inputs);
  process.stdout.write(parsed.kind === 'help' ? helpText() : `lede ${VERSION}\n`);
  return 0;
}

async function read(run: Run): Promise<number> {
  const inputs = run.inputs.length > 0 || process.stdin.isTTY ? run.inputs : ['-'];
  const unwatched = run.watch ? inputs.find((input) => !isPath(input)) : undefined;
  if (unwatched !== undefined) return usage(`--watch is for files, not for ${nameOf(unwatched)}`);
  if (run.why) return inputs.length === 0 ? usage('--why needs a page to explain') : explainAll(inputs, run);
  const asks = run.screenReader || asksForSpeech(process.env);
  const isReading = process.stdout.isTTY && run.format === undefined && (asks || canDraw(process.env));
  if (!isReading) return inputs.length === 0 ? usage('name a file, or pipe an article in') : printAll(inputs, run);
  const { config: settings, problem } = loadConfig(run.config);
  if (problem !== undefined) return fail(problem, EXIT_USAGE);
  const options: Reading = { ...run, settings, isSpoken: asks || settings['screen-reader'] === true };
  if (options.isSpoken && run.watch) return usage('--watch is for a screen; type reload to a screen reader');
  const [only] = inputs;
  if (inputs.length === 1 && only !== undefined && !isFolder(only)) return readOne(only, [], options);
  const { filesOf, frontPage } = await import('./chunks/front-page.ts');
  const files = filesOf(inputs);
  const [first] = files;
  if (inputs.length > 0 && files.length === 0) return fail(`no articles in ${inputs.join(', ')}`, EXIT_UNREADABLE);
  if (first && inputs.length > 1) return readOne(first.input, files, options);
  const page = frontPage(files, inputs[0]);
  return show({ article: page, input: '' }, files, options, (state) => listFiles(state, page.meta.title));
}

/** Reads one input on the terminal, with `files` a key away. */
async function readOne(input: string, files: readonly Openable[], options: Reading): Promise<number> {
  const opened = await withProgress(input, options.isSpoken, () => openToRead(input, options));
  if (!opened.ok) return fail(opened.message, EXIT_UNREADABLE);
  return show(documentOf(opened, input), files, options, (state) => state);
}

async function show(
  document: Document,
  files: readonly Openable[],
  options: Reading,
  prepare: (state: State) => State,
): Promise<number> {
  const keyboard = openKeyboard();
  if (!keyboard) return print(document.article, options);
  const load: Load = async (input, signal) => {
    const opened = await openToRead(input, options, signal);
    return opened.ok ? { ok: true, document: documentOf(opened, input) } : opened;
  };
  if (options.isSpoken) {
    const { converse } = await import('./chunks/converse.ts');
    const { width } = options;
    await converse(document, keyboard, { load, files, ...(width === undefined ? {} : { width }) });
    return 0;
  }
  const { width, ...settings } = options.settings;
  const measure = options.width ?? width;
  await readArticle(document, keyboard, {
    ...settings,
    ...(measure ? { measure } : {}),
    ...(options.images ? { images: options.images } : {}),
    watch: options.watch,
    onIdle: options.onIdle,
    prepare: (state) => prepare({ ...state, files }),
    load,
  });
  return 0;
}

function documentOf({ article, redirects, images }: OpenResult & { ok: true }, input: string): Document {
  return { article, input, ...(redirects && { redirects }), ...(images && { images }) };
}

function printConfig(file: string | false | undefined): number {
  const { config, problem } = loadConfig(file);
  if (problem !== undefined) return fail(problem, EXIT_USAGE);
  process.stdout.write(writeConfig(config));
  return 0;
}

async function printHighlights(format: HighlightFormat, inputs: readonly string[]): Promise<number> {
  const { writeHighlights } = await import('./chunks/highlights.ts');
  const { states, problems } = openState({ folder: defaultStateFolder(), now: () => new Date() }).all();
  const { text, without } = writeHighlights(states, inputs, format);
  process.stdout.write(text);
  for (const { message } of problems) fail(message, 0);
  for (const input of without) fail(`${input}: no highlights`, EXIT_UNREADABLE);
  return without.length > 0 ? EXIT_UNREADABLE : 0;
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

/** Prints how the article of each input was found; the exit status says whether all could be read. */
async function explainAll(inputs: readonly string[], options: Options): Promise<number> {
  const { traceJson, writeTrace } = await import('./chunks/why.ts');
  const whys: Why[] = [];
  for (const input of inputs) {
    const why: Why = { input: nameOf(input) };
    const opened = await openInput(input, { ...options, trace: (trace) => (why.trace = trace) });
    if (!opened.ok) why.error = opened.message;
    whys.push(why);
  }
  const width = options.width ?? (process.stdout.isTTY ? process.stdout.columns : undefined);
  const texts = whys.map((why) => writeTrace(why, width === 0 ? Number.POSITIVE_INFINITY : width));
  process.stdout.write(options.format === 'json' ? traceJson(whys) : texts.join('\n'));
  return whys.some(({ error }) => error !== undefined) ? EXIT_UNREADABLE : 0;
}

async function print(draft: Draft, { format = 'text', width, screenReader }: Options): Promise<number> {
  if (screenReader) {
    const { announce } = await import('./chunks/announce.ts');
    process.stdout.write(announce(draft, width ?? process.stdout.columns ?? 0));
    return 0;
  }
  const printer = await import('./chunks/print.ts');
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
  process.stdout.write(printer.print(draft, format, width ?? columns));
  return 0;
}

/** An input as messages name it. */
function nameOf(input: string): string {
  return input === STANDARD_INPUT ? 'standard input' : input === CLIPBOARD ? 'the clipboard' : input;
}

function usage(message: string): number {
  return fail(`${message}; see lede --help`, EXIT_USAGE);
}

function fail(message: string, code: number): number {
  process.stderr.write(`lede: ${message.replaceAll(/\s+/g, ' ')}\n`);
  return code;
}
