import { SETTINGS } from '../config/config.ts';
import { helpRows } from '../reader/help-rows.ts';
import { KEY_GROUPS } from '../reader/key-table.ts';
import { LINE_COMMANDS, type LineCommand } from '../spoken/line-commands.ts';
import { VERSION } from '../version.ts';
import { optionSyntax } from './help.ts';
import { HIGHLIGHTS, OPTIONS } from './options.ts';

const COMMANDS: readonly LineCommand[] = LINE_COMMANDS;

/** Variables of the environment that the reader goes by. */
const ENVIRONMENT: readonly (readonly [name: string, help: string])[] = [
  ['NO_COLOR', 'set: no colours'],
  ['COLORTERM', 'truecolor or 24bit: every colour'],
  ['COLORFGBG', 'the background, where the terminal does not tell it'],
  ['ACCESSIBLE, INK_SCREEN_READER', 'talk to a screen reader'],
  ['VISUAL, EDITOR', 'the editor that opens the source'],
  ['BROWSER', 'the browser that opens links'],
  ['LEDE_CONFIG', 'the file of settings'],
  ['XDG_CONFIG_HOME, XDG_STATE_HOME', 'where settings and what is remembered are'],
];

/** The manual page, as roff for man(7). */
export function manPage(): string {
  const keys = helpRows(KEY_GROUPS).flatMap(({ title, keys: typed, help = '' }) => {
    if (title !== undefined) return [`.SS ${escape(title)}`];
    return typed === undefined ? [] : [entry(typed.replaceAll('  ', ', '), help)];
  });
  const settings = Object.entries(SETTINGS).map(([name, { help, expects, initial }]) => {
    return entry(`${name} = ${initial}`, `${help.replaceAll('`', '')}: ${expects}`);
  });
  const spoken = COMMANDS.map(({ name, short, argument = '', help }) => {
    return entry(`${name}${short === undefined ? '' : `, ${short}`} ${argument}`.trim(), help);
  });
  return `.TH LEDE 1 "" "lede ${VERSION}" "User Commands"
.SH NAME
lede \\- read any article in a terminal
.SH SYNOPSIS
.B lede
.RI [ OPTION ...]
.RI [ FILE " | " FOLDER " | " URL ...]
.br
.I COMMAND
.B | lede
.RI [ OPTION ...]
.br
.B lede ${HIGHLIGHTS.name}
[${HIGHLIGHTS.options.map((name) => `\\fB\\-\\-${name}\\fR`).join(' | ')}]
.RI [ FILE " | " URL ...]
.SH DESCRIPTION
Shows plain text, Markdown and web pages full screen, and opens each where it was left.
Several files, or the articles of a folder, are a list to choose from; without arguments, so is what was read before.
Where output is no terminal, articles are printed as wrapped text.
.P
.B lede ${HIGHLIGHTS.name}
prints highlights and notes, of the articles that are named or of all: as Markdown, W3C annotations or text.
.SH OPTIONS
${OPTIONS.map((option) => entry(optionSyntax(option).trim(), option.help)).join('\n')}
.SH KEYS
A number before a key repeats it.
^D is Control and D.
${keys.join('\n')}
.SH WITH A SCREEN READER
.B lede \\-\\-screen\\-reader
reads an article aloud, passage by passage: Enter reads on, and a line is a command.
${spoken.join('\n')}
.SH CONFIGURATION
A setting a line; # begins a comment.
These are the settings, with what they are where the file does not say.
${settings.join('\n')}
${entry('key COMMAND = KEY, KEY', 'keys in place of those above; lede --print-config shows the settings in effect')}
.SH ENVIRONMENT
${ENVIRONMENT.map(([name, help]) => entry(name, help)).join('\n')}
.SH FILES
${entry('~/.config/lede/config', 'settings')}
${entry('~/.local/state/lede', 'places, marks, highlights and notes')}
.SH EXIT STATUS
${entry('0', 'done')}
${entry('1', 'an article could not be read')}
${entry('2', 'wrong usage, or a setting that makes no sense')}
${entry('70', "a fault of Lede's own")}
.SH SEE ALSO
.BR less (1),
.BR w3m (1)
`;
}

/** A tagged paragraph. */
function entry(tag: string, text: string): string {
  return `.TP\n.B ${escape(tag)}\n${escape(text)}`;
}

/** Text as roff takes it: no escapes, no requests at the start of a line, quotes and carets as they are. */
function escape(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll('^', String.raw`\(ha`)
    .replaceAll('~', String.raw`\(ti`)
    .replaceAll("'", String.raw`\(aq`)
    .replaceAll('"', String.raw`\(dq`)
    .replaceAll('`', String.raw`\(ga`)
    .replace(/^\./, String.raw`\&.`);
}
