import { existsSync } from 'node:fs';
import { IMAGE_SETTINGS, type ImageSetting } from '../pictures/setting.ts';
import { CLIPBOARD } from './input-kind.ts';

/** What the command line can say. One table drives parsing, `--help`, the completions and the man page. */

/** One option. `value` names its argument (`FILE` is a file); an option without one is a switch. */
export interface OptionSpec {
  name: string;
  short?: string;
  value?: string;
  /** What the argument can be, where that is a few words. */
  values?: readonly string[];
  help: string;
}

/** Shells that can learn the options. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export const OPTIONS = [
  { name: 'text', help: 'print the article as plain text' },
  { name: 'markdown', help: 'print it as Markdown' },
  { name: 'html', help: 'print it as HTML' },
  { name: 'json', help: 'print the document: blocks, marks, sentences, metadata' },
  { name: 'width', short: 'w', value: 'COLUMNS', help: 'columns of text, 20 to 200; 0 prints without wrapping' },
  {
    name: 'media-type',
    short: 't',
    value: 'TYPE',
    values: ['text/plain', 'text/markdown', 'text/html'],
    help: 'what the input is: text/plain, text/markdown, text/html',
  },
  { name: 'url', value: 'URL', help: 'where the input came from; relative links start there' },
  { name: 'clipboard', help: 'read what was copied last, from the clipboard of the system' },
  {
    name: 'images',
    value: 'HOW',
    values: IMAGE_SETTINGS,
    help: `how images are drawn: ${IMAGE_SETTINGS.join(', ')}`,
  },
  { name: 'watch', help: 'read the file again whenever it changes' },
  { name: 'everything', help: 'keep every block of a web page, navigation included' },
  { name: 'why', help: 'print why each block of a web page was kept or left out; also as --json' },
  { name: 'config', value: 'FILE', help: 'read this configuration instead of your own' },
  { name: 'no-config', help: 'read no configuration' },
  { name: 'print-config', help: 'print the settings in effect, as a configuration' },
  { name: 'screen-reader', help: 'for a screen reader: line by line, what each block is said in words' },
  { name: 'completions', value: 'SHELL', values: SHELLS, help: 'print completions for bash, zsh or fish' },
  { name: 'man', help: 'print the manual page' },
  { name: 'help', short: 'h', help: 'show this help' },
  { name: 'version', short: 'V', help: 'show the version' },
] as const satisfies readonly OptionSpec[];

/** A word in place of files, and the options that go with it. */
export const HIGHLIGHTS = {
  name: 'highlights',
  help: 'print highlights and notes, of some articles or of all',
  options: ['markdown', 'json', 'text'],
} as const;

export type OptionName = (typeof OPTIONS)[number]['name'];
export type HighlightFormat = 'text' | 'markdown' | 'json';
export type PrintFormat = 'text' | 'markdown' | 'html' | 'json';

const FORMATS: readonly PrintFormat[] = ['text', 'markdown', 'html', 'json'];
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
};
/** Narrower than this a word a line is left; wider than this no eye follows. */
const MIN_WIDTH = 20;
const MAX_WIDTH = 200;

/** A command line that makes sense. */
export interface Options {
  /** Files, addresses, `-` for standard input, `CLIPBOARD`. Empty: standard input when it is piped. */
  inputs: string[];
  /** What to print; absent: read on a terminal, print text elsewhere. */
  format?: PrintFormat;
  /** Columns; 0 for no wrapping. */
  width?: number;
  mediaType?: string;
  url?: string;
  everything: boolean;
  /** Print how the article was found, in place of the article. */
  why?: boolean;
  watch: boolean;
  /** Read or print for a screen reader. */
  screenReader: boolean;
  /** How images are drawn, whatever the configuration says. */
  images?: ImageSetting;
  /** Path of the configuration; `false` for none; absent: the user's own. */
  config?: string | false;
}

export type ParsedArguments =
  | { kind: 'help' | 'version' }
  | { kind: 'man' }
  | { kind: 'completions'; shell: Shell }
  | { kind: 'read'; options: Options }
  /** Prints highlights and notes of the articles that the inputs name; of all where there are none. */
  | { kind: 'highlights'; format: HighlightFormat; inputs: string[] }
  /** Prints the settings. */
  | { kind: 'config'; config?: string | false }
  | { kind: 'usage'; message: string };

/**
 * Reads the arguments after the program's name. `--name value` and `--name=value` are the same, short
 * switches may be joined (`-hV`), and after `--` everything is a file.
 */
export function parseArguments(args: readonly string[]): ParsedArguments {
  const given = new Map<OptionName, string>();
  const inputs: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string; // in range
    if (arg === '--') {
      inputs.push(...args.slice(i + 1));
      break;
    }
    if (arg === '-' || !arg.startsWith('-')) {
      inputs.push(arg);
      continue;
    }
    const [names, attached] = splitOption(arg);
    for (const [at, name] of names.entries()) {
      const spec = OPTIONS.find((option) => matches(option, name));
      if (!spec) return usage(`unknown option ${name}`);
      const last = at === names.length - 1;
      if (!('value' in spec)) {
        if (last && attached !== undefined) return usage(`${name} takes no value`);
        given.set(spec.name, '');
      } else {
        const value = last ? (attached ?? args[++i]) : undefined;
        if (value === undefined) return usage(`${name} needs a value: ${spec.value}`);
        given.set(spec.name, value);
      }
    }
  }
  if (given.has('help')) return { kind: 'help' };
  if (given.has('version')) return { kind: 'version' };
  if (given.has('man')) return { kind: 'man' };
  const named = given.get('completions');
  const shell = SHELLS.find((known) => known === named);
  if (shell) return { kind: 'completions', shell };
  if (named !== undefined) return usage(`--completions is ${JSON.stringify(named)}, not bash, zsh or fish`);
  return readOptions(given, inputs);
}

function readOptions(given: ReadonlyMap<OptionName, string>, inputs: string[]): ParsedArguments {
  const formats = FORMATS.filter((format) => given.has(format));
  if (formats.length > 1) return usage(`--${formats[0]} and --${formats[1]} exclude each other`);
  const options: Options = {
    inputs: given.has('clipboard') ? [CLIPBOARD, ...inputs] : inputs,
    everything: given.has('everything'),
    watch: given.has('watch'),
    screenReader: given.has('screen-reader'),
  };
  if (given.has('why')) options.why = true;
  const [format] = formats;
  if (format) options.format = format;
  if (options.why && format !== undefined && format !== 'json' && format !== 'text')
    return usage(`--why and --${format} exclude each other`);
  if (options.why && options.everything) return usage('--why and --everything exclude each other');
  const config = given.get('config');
  if (given.has('no-config') && config !== undefined) return usage('--config and --no-config exclude each other');
  if (given.has('no-config')) options.config = false;
  else if (config !== undefined) options.config = config;
  if (given.has('print-config')) return { kind: 'config', ...('config' in options ? { config: options.config } : {}) };
  if (inputs[0] === HIGHLIGHTS.name && !existsSync(HIGHLIGHTS.name)) {
    if (format === 'html') return usage('highlights are written as --markdown, --json or --text');
    return { kind: 'highlights', format: format ?? 'markdown', inputs: inputs.slice(1) };
  }
  const width = given.get('width');
  if (width !== undefined) {
    options.width = Number(width);
    const sensible = options.width === 0 || (options.width >= MIN_WIDTH && options.width <= MAX_WIDTH);
    if (!/^\d+$/.test(width) || !sensible) {
      return usage(`--width is ${JSON.stringify(width)}, not 0 or ${MIN_WIDTH} to ${MAX_WIDTH}`);
    }
  }
  const images = given.get('images');
  if (images !== undefined) {
    const setting = IMAGE_SETTINGS.find((name) => name === images);
    if (!setting) return usage(`--images is ${JSON.stringify(images)}, not ${IMAGE_SETTINGS.join(', ')}`);
    options.images = setting;
  }
  const mediaType = given.get('media-type');
  if (mediaType !== undefined) options.mediaType = MEDIA_TYPES[mediaType] ?? mediaType;
  const url = given.get('url');
  if (url !== undefined) options.url = url;
  return { kind: 'read', options };
}

/** `--name=value` to its name and value; `-abc` to three names. */
function splitOption(arg: string): [names: string[], attached: string | undefined] {
  if (!arg.startsWith('--')) return [Array.from(arg.slice(1), (letter) => `-${letter}`), undefined];
  const equals = arg.indexOf('=');
  return equals < 0 ? [[arg], undefined] : [[arg.slice(0, equals)], arg.slice(equals + 1)];
}

function matches(option: OptionSpec, name: string): boolean {
  return name === `--${option.name}` || (option.short !== undefined && name === `-${option.short}`);
}

function usage(message: string): ParsedArguments {
  return { kind: 'usage', message };
}
