import { helpRows } from '../reader/help-rows.ts';
import { KEY_GROUPS } from '../reader/key-table.ts';
import { VERSION } from '../version.ts';
import { optionSyntax } from './help.ts';
import { OPTIONS } from './options.ts';

/** The manual page, as roff. */
export function manPage(): string {
  const options = OPTIONS.map((option) => `.TP\n.B ${escape(optionSyntax(option).trim())}\n${escape(option.help)}`);
  const keys = helpRows(KEY_GROUPS)
    .map((row) => {
      if (row.title !== undefined) return `.SS ${escape(row.title)}`;
      return row.keys === undefined ? '' : `.TP\n.B ${escape(row.keys)}\n${escape(row.help ?? '')}`;
    })
    .filter((text) => text !== '');
  return `.TH LEDE 1 "" "lede ${VERSION}"
.SH NAME
lede \\- read any article in a terminal
.SH SYNOPSIS
.B lede
[\\fIOPTION\\fR ...] [\\fIFILE\\fR | \\fIFOLDER\\fR | \\fIURL\\fR ...]
.SH DESCRIPTION
Shows plain text, Markdown and web pages full screen, and opens each where it was left.
Where output is no terminal, the article is printed as wrapped text.
.SH OPTIONS
${options.join('\n')}
.SH KEYS
${keys.join('\n')}
.SH EXIT STATUS
0 done, 1 the article could not be read, 2 wrong usage, 70 a fault of Lede's own.
.SH FILES
.TP
.B ~/.config/lede/config
Settings; see the README.
.TP
.B ~/.local/state/lede
Places, marks, highlights and notes.
`;
}

/** Text as roff takes it: no escapes, no requests at the start of a line. */
function escape(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replace(/^([.'])/, String.raw`\&$1`);
}
