import { OPTIONS, type OptionSpec } from './options.ts';

/** What `lede --help` prints. */
export function helpText(): string {
  const rows = OPTIONS.map((option): [string, string] => [optionSyntax(option), option.help]);
  const width = Math.max(...rows.map(([syntax]) => syntax.length));
  return `Read any article: plain text, Markdown, a web page.

Usage: lede [OPTION …] [FILE | FOLDER | URL …]
       COMMAND | lede [OPTION …]
       lede                                 articles that were read before
       lede highlights [--markdown | --json | --text] [FILE | URL …]

On a terminal the article opens in the reader; press ? there for the keys.
Elsewhere it is printed as wrapped text.

Options:
${rows.map(([syntax, help]) => `  ${syntax.padEnd(width)}  ${help}`).join('\n')}

Exit status: 0 done, 1 the article could not be read, 2 wrong usage.
`;
}

/** An option as help writes it: `-w, --width COLUMNS`. */
export function optionSyntax({ name, short, value }: OptionSpec): string {
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}
