/**
 * Every key of the reader, as data: what it is called, what it does, where it works. Dispatch, the help
 * window, the palette, the README and the configuration file all go by this table.
 *
 * A key is a character (`j`, `G`, `/`) or a name: `Space`, `Enter`, `Esc`, `Tab`, `Shift-Tab`, `Backspace`,
 * `Up`, `Down`, `Left`, `Right`, `Shift-Left`, `Shift-Right`, `PageUp`, `PageDown`, `Home`, `End`, `Delete`, `F1`; `^D` is Control and D,
 * `Alt-x` is Alt and x. Keys of a sequence stand apart: `g g`.
 */
export interface KeyBinding {
  command: string;
  keys: readonly string[];
  /** What it does, as help says it. */
  help: string;
}

/** Bindings that work together. `mode` says in what situation; `read` is the article itself. */
export interface KeyGroup {
  title: string;
  mode: KeyMode;
  bindings: readonly KeyBinding[];
}

export type KeyMode =
  | 'read'
  | 'search'
  | 'list'
  | 'filter'
  | 'help'
  | 'popup'
  | 'letter'
  | 'hints'
  | 'select'
  | 'note'
  | 'rsvp';

const KEY_TABLE = [
  {
    title: 'Moving',
    mode: 'read',
    bindings: [
      { command: 'line-down', keys: ['j', 'Down', '^E'], help: 'down a line' },
      { command: 'follow', keys: ['Enter'], help: 'follow the link in focus, else down a line' },
      { command: 'line-up', keys: ['k', 'Up', '^Y'], help: 'up a line' },
      { command: 'half-down', keys: ['d', '^D'], help: 'down half a page' },
      { command: 'half-up', keys: ['u', '^U'], help: 'up half a page' },
      { command: 'page-down', keys: ['Space', 'f', 'PageDown', '^F'], help: 'down a page; two lines stay' },
      { command: 'page-up', keys: ['b', 'PageUp', '^B'], help: 'up a page' },
      { command: 'top', keys: ['g g', 'Home'], help: 'to the start' },
      { command: 'bottom', keys: ['G', 'End'], help: 'to the end' },
      { command: 'percent', keys: ['%'], help: 'to a percentage: 50%' },
      { command: 'next-paragraph', keys: ['}'], help: 'to the next paragraph' },
      { command: 'previous-paragraph', keys: ['{'], help: 'to the paragraph before' },
      { command: 'next-sentence', keys: [')'], help: 'to the next sentence' },
      { command: 'previous-sentence', keys: ['('], help: 'to the sentence before' },
      { command: 'next-heading', keys: [']'], help: 'to the next heading' },
      { command: 'previous-heading', keys: ['['], help: 'to the heading before' },
    ],
  },
  {
    title: 'Finding',
    mode: 'read',
    bindings: [
      { command: 'search', keys: ['/'], help: 'search while you type' },
      { command: 'next-match', keys: ['n'], help: 'to the next match' },
      { command: 'previous-match', keys: ['N'], help: 'to the match before' },
      { command: 'clear', keys: ['Esc'], help: 'drop the search, or what is being opened' },
      { command: 'outline', keys: ['t'], help: 'outline' },
    ],
  },
  {
    title: 'Links and places',
    mode: 'read',
    bindings: [
      { command: 'next-link', keys: ['Tab'], help: 'to the next link' },
      { command: 'previous-link', keys: ['Shift-Tab'], help: 'to the link before' },
      { command: 'hints', keys: [';'], help: 'letters on every link; type them to follow' },
      { command: 'browse', keys: ['o'], help: 'open the link, or the article, in the browser' },
      { command: 'copy', keys: ['y'], help: 'copy the paragraph' },
      { command: 'copy-address', keys: ['Y'], help: 'copy the address of the link, or of the article' },
      { command: 'files', keys: ['F'], help: 'list of the articles' },
      { command: 'next-file', keys: ['g t'], help: 'to the next article of the list' },
      { command: 'previous-file', keys: ['g T'], help: 'to the article before it' },
      { command: 'reload', keys: ['R'], help: 'read the source again' },
      { command: 'edit', keys: ['e'], help: 'open the source in $EDITOR' },
      { command: 'set-mark', keys: ['m'], help: 'set a mark: m and a letter' },
      { command: 'go-to-mark', keys: ["'"], help: "go to a mark; '' goes to before the last jump" },
      { command: 'back', keys: ['^O', 'Alt-Left'], help: 'back to before a jump' },
      { command: 'forward', keys: ['Alt-Right'], help: 'forward again' },
    ],
  },
  {
    title: 'Marking',
    mode: 'read',
    bindings: [
      { command: 'select', keys: ['v'], help: 'select by characters' },
      { command: 'select-lines', keys: ['V'], help: 'select by lines' },
      { command: 'highlight', keys: ['h'], help: 'highlight the sentence, or remove its highlight' },
      { command: 'note', keys: ['a'], help: 'write a note to the sentence' },
      { command: 'highlights', keys: ['H'], help: 'list of highlights and notes' },
      { command: 'next-highlight', keys: ['>'], help: 'to the next highlight' },
      { command: 'previous-highlight', keys: ['<'], help: 'to the highlight before' },
    ],
  },
  {
    title: 'Showing',
    mode: 'read',
    bindings: [
      { command: 'focus', keys: ['s'], help: 'dim all but the sentence, paragraph or line' },
      { command: 'rsvp', keys: ['r'], help: 'speed reading, a word at a time' },
      { command: 'wider', keys: ['+'], help: 'longer lines' },
      { command: 'narrower', keys: ['-'], help: 'shorter lines' },
      { command: 'normal-width', keys: ['='], help: 'lines of the usual length' },
      { command: 'justify', keys: ['J'], help: 'lines of one length, or ragged again' },
      { command: 'shift-right', keys: ['Shift-Right', 'Right'], help: 'see more of what is wider than the screen' },
      { command: 'shift-left', keys: ['Shift-Left', 'Left'], help: 'back to where such lines begin' },
      { command: 'theme', keys: ['T'], help: 'the next theme' },
      { command: 'zen', keys: ['z'], help: 'the text alone' },
      { command: 'images', keys: ['I'], help: 'draw images, or show their words alone' },
      { command: 'fetch-images', keys: ['L'], help: "load a file's images from the network" },
      { command: 'info', keys: ['i'], help: 'about this article' },
    ],
  },
  {
    title: 'The reader',
    mode: 'read',
    bindings: [
      { command: 'palette', keys: [':'], help: 'every command, by what it does' },
      { command: 'help', keys: ['?', 'F1'], help: 'these keys' },
      { command: 'redraw', keys: ['^L'], help: 'draw the screen anew' },
      { command: 'suspend', keys: ['^Z'], help: 'stop; `fg` comes back' },
      { command: 'quit', keys: ['q', 'Z Z', '^C'], help: 'back to the article before, or quit' },
    ],
  },
  {
    title: 'While selecting',
    mode: 'select',
    bindings: [
      { command: 'select-right', keys: ['l', 'Right'], help: 'on a character' },
      { command: 'select-left', keys: ['Left'], help: 'back a character' },
      { command: 'select-word', keys: ['w'], help: 'on to the next word' },
      { command: 'select-word-end', keys: ['e'], help: 'on to the end of the word' },
      { command: 'select-word-back', keys: ['b'], help: 'back a word' },
      { command: 'select-down', keys: ['j', 'Down'], help: 'down a line' },
      { command: 'select-up', keys: ['k', 'Up'], help: 'up a line' },
      { command: 'select-sentence', keys: [')'], help: 'on to the next sentence' },
      { command: 'select-sentence-back', keys: ['('], help: 'back to the sentence before' },
      { command: 'select-swap', keys: ['o'], help: 'move the other end' },
      { command: 'select', keys: ['v'], help: 'by characters' },
      { command: 'select-lines', keys: ['V'], help: 'by lines' },
      { command: 'highlight', keys: ['h', 'Enter'], help: 'highlight it' },
      { command: 'note', keys: ['a'], help: 'highlight it with a note' },
      { command: 'select-copy', keys: ['y'], help: 'copy it' },
      { command: 'select-end', keys: ['Esc', 'q', '^C'], help: 'select nothing' },
    ],
  },
  {
    title: 'While writing a note',
    mode: 'note',
    bindings: [
      { command: 'note-accept', keys: ['Enter'], help: 'keep it' },
      { command: 'note-cancel', keys: ['Esc', '^C'], help: 'leave it as it was' },
      { command: 'note-erase', keys: ['Backspace', '^H'], help: 'erase a character' },
      { command: 'note-erase-word', keys: ['^W', 'Alt-Backspace'], help: 'erase a word' },
      { command: 'note-erase-all', keys: ['^U'], help: 'erase all' },
    ],
  },
  {
    title: 'While speed reading',
    mode: 'rsvp',
    bindings: [
      { command: 'rsvp-pause', keys: ['Space'], help: 'stop, and go on' },
      { command: 'rsvp-faster', keys: ['+', '=', 'k', 'Up'], help: 'faster' },
      { command: 'rsvp-slower', keys: ['-', 'j', 'Down'], help: 'slower' },
      { command: 'rsvp-back', keys: ['(', 'b', 'Left'], help: 'back to the start of the sentence' },
      { command: 'rsvp-end', keys: ['Esc', 'q', 'r', 'Enter', '^C'], help: 'back to the page' },
    ],
  },
  {
    title: 'While searching',
    mode: 'search',
    bindings: [
      { command: 'search-accept', keys: ['Enter'], help: 'stay at the match' },
      { command: 'search-cancel', keys: ['Esc', '^C'], help: 'back to where the search began' },
      { command: 'search-next', keys: ['Down', '^N'], help: 'to the next match' },
      { command: 'search-previous', keys: ['Up', '^P'], help: 'to the match before' },
      { command: 'search-erase', keys: ['Backspace', '^H'], help: 'erase a character' },
      { command: 'search-erase-word', keys: ['^W', 'Alt-Backspace'], help: 'erase a word' },
      { command: 'search-erase-all', keys: ['^U'], help: 'erase all' },
    ],
  },
  {
    title: 'In a list',
    mode: 'list',
    bindings: [
      { command: 'list-down', keys: ['j', 'Down', '^N'], help: 'down' },
      { command: 'list-up', keys: ['k', 'Up', '^P'], help: 'up' },
      { command: 'list-page-down', keys: ['Space', 'PageDown', '^D', '^F'], help: 'down a page' },
      { command: 'list-page-up', keys: ['b', 'PageUp', '^U', '^B'], help: 'up a page' },
      { command: 'list-top', keys: ['g g', 'Home'], help: 'to the first' },
      { command: 'list-bottom', keys: ['G', 'End'], help: 'to the last' },
      { command: 'list-choose', keys: ['Enter'], help: 'go there' },
      { command: 'list-filter', keys: ['/'], help: 'filter while you type' },
      { command: 'list-close', keys: ['Esc', 'q', 't', '^C'], help: 'close' },
    ],
  },
  {
    title: 'While filtering a list',
    mode: 'filter',
    bindings: [
      { command: 'list-down', keys: ['Down', '^N'], help: 'down' },
      { command: 'list-up', keys: ['Up', '^P'], help: 'up' },
      { command: 'list-choose', keys: ['Enter'], help: 'go there' },
      { command: 'filter-erase', keys: ['Backspace', '^H'], help: 'erase a character' },
      { command: 'filter-erase-all', keys: ['^U', '^W'], help: 'erase all' },
      { command: 'filter-end', keys: ['Esc', '^C'], help: 'back to the whole list; close the commands' },
    ],
  },
  {
    title: 'In a window',
    mode: 'popup',
    bindings: [
      { command: 'popup-go', keys: ['Enter'], help: 'go there' },
      { command: 'popup-down', keys: ['j', 'Down'], help: 'down a line, where there is more' },
      { command: 'popup-up', keys: ['k', 'Up'], help: 'up a line' },
      { command: 'popup-page-down', keys: ['Space', 'f', 'PageDown', '^D', '^F'], help: 'down a page' },
      { command: 'popup-page-up', keys: ['b', 'PageUp', '^U', '^B'], help: 'up a page' },
      { command: 'popup-close', keys: ['Esc', 'q', 'i', '^C'], help: 'close' },
    ],
  },
  {
    title: 'In help',
    mode: 'help',
    bindings: [
      { command: 'help-down', keys: ['j', 'Down', 'Enter'], help: 'down a line' },
      { command: 'help-up', keys: ['k', 'Up'], help: 'up a line' },
      { command: 'help-page-down', keys: ['Space', 'f', 'd', 'PageDown', '^D', '^F'], help: 'down a page' },
      { command: 'help-page-up', keys: ['b', 'u', 'PageUp', '^U', '^B'], help: 'up a page' },
      { command: 'help-close', keys: ['Esc', 'q', '?', 'F1', '^C'], help: 'close' },
    ],
  },
] as const satisfies readonly KeyGroup[];

/** The same table, typed for looking through it. */
export const KEY_GROUPS: readonly KeyGroup[] = KEY_TABLE;

export type CommandName = (typeof KEY_TABLE)[number]['bindings'][number]['command'];
