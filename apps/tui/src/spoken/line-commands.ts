/**
 * What can be typed, a line at a time, while an article is read aloud. One table drives what lines mean, help and
 * the documentation. Short forms are the keys of the full-screen reader where it has such a key.
 */
export interface LineCommand {
  name: string;
  /** Typed instead of the name. */
  short?: string;
  /** What may follow, as help writes it. */
  argument?: string;
  help: string;
}

export const LINE_COMMANDS = [
  { name: 'next', short: 'j', argument: 'COUNT', help: 'read on; Enter alone does the same' },
  { name: 'previous', short: 'k', argument: 'COUNT', help: 'read the passage before' },
  { name: 'again', short: '.', help: 'read this passage again' },
  { name: 'section', short: 's', help: 'read to the end of the section' },
  { name: 'all', help: 'read to the end of the article' },
  { name: 'heading', short: ']', argument: 'LEVEL', help: 'go to the next heading, of a level if you name one' },
  { name: 'heading before', short: '[', argument: 'LEVEL', help: 'go to the heading before' },
  { name: 'outline', short: 't', argument: 'NUMBER', help: 'list the headings, or go to one' },
  { name: 'start', short: 'g', help: 'go to the start' },
  { name: 'end', short: 'G', help: 'go to the last passage' },
  { name: 'percent', short: '%', argument: 'NUMBER', help: 'go to a percentage; 50% does the same' },
  { name: 'find', short: '/', argument: 'WORDS', help: 'find words, from here on; /words does the same' },
  { name: 'next match', short: 'n', help: 'find them again' },
  { name: 'previous match', short: 'N', help: 'find them before this passage' },
  { name: 'links', short: 'l', argument: 'NUMBER', help: 'list the links of this passage, or say where one leads' },
  { name: 'all links', help: 'list every link of the article' },
  { name: 'follow', short: 'f', argument: 'NUMBER', help: 'open a link here' },
  { name: 'browse', short: 'o', argument: 'NUMBER', help: 'open a link, or the article, in the browser' },
  { name: 'back', help: 'go back to before a jump' },
  { name: 'footnote', short: ';', argument: 'LABEL', help: 'read a footnote' },
  { name: 'where', short: 'w', help: 'say where this is: passage, section, minutes left' },
  { name: 'info', short: 'i', help: 'say what is known about the article' },
  { name: 'copy', short: 'y', help: 'copy this passage' },
  { name: 'mark', short: 'm', argument: 'LETTER', help: 'set a mark here' },
  { name: 'to', short: "'", argument: 'LETTER', help: 'go to a mark' },
  { name: 'highlight', short: 'h', argument: 'NOTE', help: 'highlight this passage, with a note if you write one' },
  { name: 'remove highlight', help: 'remove the highlight of this passage' },
  { name: 'highlights', short: 'H', argument: 'NUMBER', help: 'list highlights and notes, or go to one' },
  { name: 'articles', short: 'F', argument: 'NUMBER', help: 'list the other articles, or open one' },
  { name: 'reload', short: 'R', help: 'read the source again' },
  { name: 'help', short: '?', help: 'say these commands' },
  { name: 'quit', short: 'q', help: 'leave this article; the last one ends the reader' },
] as const satisfies readonly LineCommand[];

export type LineCommandName = (typeof LINE_COMMANDS)[number]['name'];

/** A line, understood; `argument` is `''` where none was given. */
export interface TypedCommand {
  name: LineCommandName;
  argument: string;
}

/** Reads a line; `undefined` where it is no command. An empty one reads on, a number asks about a link. */
export function readCommand(line: string): TypedCommand | undefined {
  const text = line.trim();
  if (text === '') return { name: 'next', argument: '' };
  if (text.startsWith('/')) return { name: 'find', argument: text.slice(1).trim() };
  const percent = /^(\d+)\s*%$/.exec(text)?.[1];
  if (percent !== undefined) return { name: 'percent', argument: percent };
  if (/^\d+$/.test(text)) return { name: 'links', argument: text };
  return byShort(text) ?? byName(text);
}

/** `]`, `]2`, `f 3`: a short form, its argument after it. Letters want a space before theirs. */
function byShort(text: string): TypedCommand | undefined {
  for (const command of LINE_COMMANDS) {
    if (!('short' in command) || !text.startsWith(command.short)) continue;
    const rest = text.slice(command.short.length);
    const isSign = !/^\p{L}$/u.test(command.short);
    if (rest !== '' && !isSign && !/^[\s\d]/.test(rest)) continue;
    return { name: command.name, argument: rest.trim() };
  }
  return undefined;
}

/** A name in any case, and what follows it; of two names that the line begins with the longer counts. */
function byName(text: string): TypedCommand | undefined {
  const words = text.split(/\s+/);
  let found: TypedCommand | undefined;
  for (const { name } of LINE_COMMANDS) {
    const { length } = name.split(' ');
    const isTyped = words.slice(0, length).join(' ').toLowerCase() === name;
    if (isTyped && name.length > (found?.name.length ?? 0)) {
      found = { name, argument: words.slice(length).join(' ') };
    }
  }
  return found;
}
