import type { Draft, Matches } from '@lede/core';
import type { Redirect } from '@lede/library';
import type { Flow } from '../layout/flow.ts';
import type { Position } from '../layout/position.ts';
import type { TerminalColors } from '../theme/choose-theme.ts';
import type { Size } from '../terminal/session.ts';
import type { CommandName, KeyGroup } from './key-table.ts';
import type { Openable } from './files.ts';
import type { Contents } from './contents.ts';
import type { Word } from './rsvp.ts';

/** Where the reader was: what stood at the top of the screen, in which lines, and the point. */
export interface Spot {
  top: Position;
  flow: Flow;
  anchor: number;
  point: number | null;
}

/** A search, and where it stands. */
export interface Search {
  query: string;
  matches: Matches;
  /** Index of the current match; -1 where there is none. */
  current: number;
}

/** A row of a list window. */
export interface ListItem {
  label: string;
  /** Levels to the right. */
  indent: number;
  /** Shown at the right end, faint. */
  detail?: string;
  /** The label is a path or an address: where it is too long, its beginning goes. */
  isPath?: boolean;
  /** Other words that the filter finds it by. */
  also?: string;
  /** What choosing it does. */
  choose: Choice;
}

export type Choice =
  | { type: 'go'; offset: number }
  | { type: 'open'; input: string; inPlace?: boolean }
  | { type: 'say'; text: string }
  | { type: 'command'; command: CommandName };

/** A window that lists things to choose from. */
export interface ListMode {
  kind: 'list';
  title: string;
  items: readonly ListItem[];
  /** Only the items that match it are shown. */
  filter: string;
  /** Whether keys go to the filter. */
  typing: boolean;
  /** It takes the whole screen: there is nothing beside it. */
  isWhole?: boolean;
  /** It is for typing: what ends the filter closes it. */
  isPrompt?: boolean;
  /** Index into the shown items. */
  selected: number;
}

/** What the keys mean at the moment. */
export type Mode =
  | { kind: 'read' }
  /**
   * The search prompt; `from` is where the reader was, and where Esc returns to. `isPending`: what was typed has yet
   * to be searched for.
   */
  | { kind: 'search'; text: string; from: Spot; before: Search | null; isPending?: boolean }
  | ListMode
  | { kind: 'help'; scroll: number }
  /** A selection from one character to another, both included, or of their whole lines. */
  | { kind: 'select'; from: number; to: number; byLine: boolean }
  /** The prompt for the note of a highlight. */
  | { kind: 'note'; key: number; text: string }
  /** One word at a time; it began with the one at `began`. */
  | { kind: 'rsvp'; began: number; word: Word; pace: number; isRunning: boolean }
  /** The next key is a letter for the command: the name of a mark. */
  | { kind: 'letter'; command: 'set-mark' | 'go-to-mark' }
  /** A short text over the lower part of the page; Enter goes to `goTo`. */
  | { kind: 'popup'; title: string; lines: readonly string[]; goTo?: number; scroll?: number }
  /** Letters stand on the links of the screen; those typed so far. */
  | { kind: 'hints'; hints: readonly Hint[]; typed: string };

/** A part of the text that the reader marked. */
export interface Highlighted {
  /** Tells highlights apart while the article is open. */
  key: number;
  start: number;
  end: number;
  /** The words, as they were when it was made. */
  text: string;
  note?: string;
}

/** What can be left undimmed. */
export const FOCUSES = ['none', 'sentence', 'paragraph', 'line'] as const;
export type Focus = (typeof FOCUSES)[number];

/** Letters that choose a link. */
export interface Hint {
  label: string;
  /** Id of what it leads to; see `targetOf`. */
  mark: number;
}

/** What a state change asks of the world; the store carries it out once. */
export type Effect =
  | { type: 'quit' }
  | { type: 'suspend' }
  | { type: 'redraw' }
  | { type: 'copy'; text: string }
  | { type: 'browse'; url: string }
  /** Opens the file that is read in the browser. */
  | { type: 'browse-file'; file: string }
  /** Opens another article: on top of this one, or `inPlace` of it. */
  | { type: 'open'; input: string; inPlace?: boolean }
  /** Searches for what was typed, once that is on the screen. */
  | { type: 'search' }
  /** Gives up what is being opened. */
  | { type: 'cancel' }
  /** Reads the article's source again. */
  | { type: 'reload' }
  /** Loads the hyphenation of the article's language, for justified lines. */
  | { type: 'hyphenate' }
  /** Draws images, or shows their words alone. */
  | { type: 'images' }
  /** Fetches the images of an article from a file. */
  | { type: 'fetch-images' }
  /** Opens the article's source in the editor, where those words stand, about so far (0 to 1) into it. */
  | { type: 'edit'; progress: number; words: string };

/** What an article was read from. */
export interface Origin {
  /** A path, an address, `-`, `CLIPBOARD`, or `''` for a page of our own. */
  input: string;
  /** The ways that its address led before it was found. */
  redirects?: readonly Redirect[];
}

/** What came from the keyboard while nothing could be done with it. */
export type Typed = { key: string } | { pasted: string };

/** Everything that decides what is on the screen. Changed only by commands, each a pure function. */
export interface State extends Spot {
  readonly article: Draft;
  readonly origin: Origin;
  readonly contents: Contents;
  readonly size: Size;
  /** The article's lines at this width; replaced when the width changes. */
  readonly flow: Flow;
  readonly measure: number;
  readonly top: Position;
  /**
   * Offset that a change of width keeps at the top of the screen; -1 for the very top. It moves only when
   * the reader does, so that resizing back and forth loses nothing.
   */
  readonly anchor: number;
  /** Offset that commands act on, marked in the margin; `null`: the first line on the screen. */
  readonly point: number | null;
  readonly mode: Mode;
  /** Id of the link, image or embed in focus; see `targetOf`. */
  readonly link: number | null;
  /** Places that jumps left, newest last, and those that going back left. */
  readonly back: readonly Spot[];
  readonly forward: readonly Spot[];
  /** Offsets by the letter that names them. */
  readonly marks: Readonly<Record<string, number>>;
  /** By start, ascending; they may overlap. */
  readonly highlights: readonly Highlighted[];
  /** Highlights whose words the article no longer has. */
  readonly orphans: readonly Highlighted[];
  /** Key of the next highlight. */
  readonly nextKey: number;
  /** What else can be opened. */
  readonly files: readonly Openable[];
  readonly focus: Focus;
  /** Name of the theme, or `auto`. */
  readonly theme: string;
  readonly colors: TerminalColors;
  /** The keys in effect, as help shows them. */
  readonly bindings: readonly KeyGroup[];
  /** Columns that lines wider than the screen are scrolled to the left. */
  readonly shift: number;
  /** The text alone, without a status row. */
  readonly zen: boolean;
  /** Words a minute of speed reading. */
  readonly pace: number;
  /** Keys of a sequence that is not complete (`g` of `g g`). */
  readonly pending: readonly string[];
  readonly count: number | null;
  /** Typed for the article that is being opened; `null` where none is. */
  readonly ahead: readonly Typed[] | null;
  readonly search: Search | null;
  /** Said in the status row until the next key. */
  readonly message: Message | null;
  /** Done once, then emptied. */
  readonly effects: readonly Effect[];
}

export interface Message {
  text: string;
  isError: boolean;
}

/** Rows that show the article: all but the status row. */
export function bodyRows({ size, zen }: Pick<State, 'size' | 'zen'>): number {
  return Math.max(1, zen ? size.rows : size.rows - 1);
}

export function say(state: State, text: string): State {
  return { ...state, message: { text, isError: false } };
}

export function complain(state: State, text: string): State {
  return { ...state, message: { text, isError: true } };
}
