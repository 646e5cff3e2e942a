import { helpRows } from './help-rows.ts';
import { DEFAULT_MEASURE } from '../layout/options.ts';
import { changeMeasure, nextFocus, nextTheme, setMeasure, toggleJustify, toggleZen } from './appearance.ts';
import { leaveList, listFiles, openNeighbour } from './files.ts';
import { copyAddress, copyBlock } from './copy.ts';
import { askMark, goBack, goForward, jump } from './history.ts';
import { acceptNote, askNote, cancelNote, changeNote, highlight, jumpHighlight, listHighlights } from './highlight.ts';
import { showInfo } from './info.ts';
import { shiftBy } from './shift.ts';
import { editPlace } from './edit-place.ts';
import { eraseCharacter, eraseWord } from './edit-text.ts';
import { openPalette } from './palette.ts';
import { popupRoom, scrollPopup } from './popup.ts';
import { changePace, endRsvp, previousSentence, startRsvp, toggleRsvp } from './rsvp.ts';
import {
  copySelection,
  endSelection,
  selectCharacters,
  selectLines,
  selectSentences,
  selectWordEnds,
  selectWords,
  startSelection,
  swapEnds,
  toggleByLine,
} from './select.ts';
import { jumpHeading, jumpParagraph, jumpSentence } from './jump.ts';
import type { CommandName } from './key-table.ts';
import {
  chooseInList,
  endFilter,
  eraseAllInFilter,
  eraseInFilter,
  moveInList,
  openOutline,
  pageInList,
  startFilter,
} from './list.ts';
import { browse, focusLink, followLink, showHints } from './links.ts';
import { scroll, scrollHalves, scrollPages, toEnd, showAtTop, toPercent, toStart } from './move.ts';
import {
  acceptSearch,
  cancelSearch,
  clearSearch,
  eraseAllInSearch,
  eraseInSearch,
  eraseWordInSearch,
  nextMatch,
  openSearch,
} from './search.ts';
import { bodyRows, type Effect, say, type State } from './state.ts';

/** What a command does; `count` is the number typed before it, `null` for none. */
type Command = (state: State, count: number | null) => State;

const COMMANDS: Readonly<Record<CommandName, Command>> = {
  'line-down': (state, count) => scroll(state, count ?? 1),
  'line-up': (state, count) => scroll(state, -(count ?? 1)),
  'half-down': (state, count) => scrollHalves(state, count ?? 1),
  'half-up': (state, count) => scrollHalves(state, -(count ?? 1)),
  'page-down': (state, count) => scrollPages(state, count ?? 1),
  'page-up': (state, count) => scrollPages(state, -(count ?? 1)),
  top: (state) => jump(state, toStart),
  bottom: (state) => jump(state, toEnd),
  percent: (state, count) =>
    count === null ? say(state, 'Type a number first: 50%') : jump(state, (now) => toPercent(now, count)),
  'next-paragraph': (state, count) => jumpParagraph(state, count ?? 1),
  'previous-paragraph': (state, count) => jumpParagraph(state, -(count ?? 1)),
  'next-sentence': (state, count) => jumpSentence(state, count ?? 1),
  'previous-sentence': (state, count) => jumpSentence(state, -(count ?? 1)),
  'next-heading': (state, count) => jumpHeading(state, count ?? 1),
  'previous-heading': (state, count) => jumpHeading(state, -(count ?? 1)),

  search: openSearch,
  'next-match': (state, count) => nextMatch(state, count ?? 1),
  'previous-match': (state, count) => nextMatch(state, -(count ?? 1)),
  clear: (state) => ask(clearSearch(state), { type: 'cancel' }),
  'search-accept': acceptSearch,
  'search-cancel': cancelSearch,
  'search-next': (state) => nextMatch(state, 1),
  'search-previous': (state) => nextMatch(state, -1),
  'search-erase': eraseInSearch,
  'search-erase-word': eraseWordInSearch,
  'search-erase-all': eraseAllInSearch,

  'next-link': (state, count) => focusLink(state, count ?? 1),
  'previous-link': (state, count) => focusLink(state, -(count ?? 1)),
  follow: (state, count) => followLink(state, (now) => scroll(now, count ?? 1)),
  hints: showHints,
  browse,
  copy: copyBlock,
  'copy-address': copyAddress,
  files: (state) => listFiles(state),
  'next-file': (state, count) => openNeighbour(state, count ?? 1),
  'previous-file': (state, count) => openNeighbour(state, -(count ?? 1)),
  reload: (state) => ask(state, { type: 'reload' }),
  edit: (state) => ask(state, { type: 'edit', ...editPlace(state) }),
  'set-mark': (state) => askMark(state, 'set-mark'),
  'go-to-mark': (state) => askMark(state, 'go-to-mark'),
  back: (state, count) => goBack(state, count ?? 1),
  forward: (state, count) => goForward(state, count ?? 1),
  'popup-go': (state) => {
    const goTo = state.mode.kind === 'popup' ? state.mode.goTo : undefined;
    const reading: State = { ...state, mode: { kind: 'read' } };
    return goTo === undefined ? reading : jump(reading, (now) => showAtTop(now, goTo));
  },
  'popup-down': (state, count) => scrollPopup(state, count ?? 1),
  'popup-up': (state, count) => scrollPopup(state, -(count ?? 1)),
  'popup-page-down': (state) => scrollPopup(state, popupRoom(state)),
  'popup-page-up': (state) => scrollPopup(state, -popupRoom(state)),
  'popup-close': (state) => ({ ...state, mode: { kind: 'read' } }),

  select: (state) => (state.mode.kind === 'select' ? toggleByLine(state, false) : startSelection(state, false)),
  'select-lines': (state) => (state.mode.kind === 'select' ? toggleByLine(state, true) : startSelection(state, true)),
  'select-right': (state, count) => selectCharacters(state, count ?? 1),
  'select-left': (state, count) => selectCharacters(state, -(count ?? 1)),
  'select-word': (state, count) => selectWords(state, count ?? 1),
  'select-word-end': (state, count) => selectWordEnds(state, count ?? 1),
  'select-word-back': (state, count) => selectWords(state, -(count ?? 1)),
  'select-down': (state, count) => selectLines(state, count ?? 1),
  'select-up': (state, count) => selectLines(state, -(count ?? 1)),
  'select-sentence': (state, count) => selectSentences(state, count ?? 1),
  'select-sentence-back': (state, count) => selectSentences(state, -(count ?? 1)),
  'select-swap': swapEnds,
  'select-copy': copySelection,
  'select-end': endSelection,
  highlight,
  note: askNote,
  'note-accept': acceptNote,
  'note-cancel': cancelNote,
  'note-erase': (state) => changeNote(state, eraseCharacter),
  'note-erase-word': (state) => changeNote(state, eraseWord),
  'note-erase-all': (state) => changeNote(state, () => ''),
  highlights: listHighlights,
  'next-highlight': (state, count) => jumpHighlight(state, count ?? 1),
  'previous-highlight': (state, count) => jumpHighlight(state, -(count ?? 1)),

  focus: nextFocus,
  rsvp: startRsvp,
  'rsvp-pause': toggleRsvp,
  'rsvp-faster': (state, count) => changePace(state, count ?? 1),
  'rsvp-slower': (state, count) => changePace(state, -(count ?? 1)),
  'rsvp-back': previousSentence,
  'rsvp-end': endRsvp,
  wider: (state, count) => changeMeasure(state, count ?? 1),
  narrower: (state, count) => changeMeasure(state, -(count ?? 1)),
  'normal-width': (state) => setMeasure(state, DEFAULT_MEASURE),
  justify: toggleJustify,
  'shift-right': (state, count) => shiftBy(state, count ?? 1),
  'shift-left': (state, count) => shiftBy(state, -(count ?? 1)),
  theme: nextTheme,
  zen: toggleZen,
  info: showInfo,
  palette: openPalette,

  outline: openOutline,
  'list-down': (state, count) => moveInList(state, count ?? 1),
  'list-up': (state, count) => moveInList(state, -(count ?? 1)),
  'list-page-down': (state) => pageInList(state, 1),
  'list-page-up': (state) => pageInList(state, -1),
  'list-top': (state) => moveInList(state, -Number.MAX_SAFE_INTEGER),
  'list-bottom': (state) => moveInList(state, Number.MAX_SAFE_INTEGER),
  'list-choose': (state) => chooseInList(state, runCommand),
  'list-filter': startFilter,
  'list-close': leaveList,
  'filter-erase': eraseInFilter,
  'filter-erase-all': eraseAllInFilter,
  'filter-end': endFilter,

  help: (state) => ({ ...state, mode: { kind: 'help', scroll: 0 } }),
  'help-down': (state, count) => scrollHelp(state, count ?? 1),
  'help-up': (state, count) => scrollHelp(state, -(count ?? 1)),
  'help-page-down': (state) => scrollHelp(state, bodyRows(state) - 1),
  'help-page-up': (state) => scrollHelp(state, 1 - bodyRows(state)),
  'help-close': (state) => ({ ...state, mode: { kind: 'read' } }),

  images: (state) => ask(state, { type: 'images' }),
  'fetch-images': (state) => ask(state, { type: 'fetch-images' }),
  redraw: (state) => ask(state, { type: 'redraw' }),
  suspend: (state) => ask(state, { type: 'suspend' }),
  quit: (state) => ask(state, { type: 'quit' }),
};

/** The state after a command. */
export function runCommand(state: State, command: CommandName, count: number | null = null): State {
  return COMMANDS[command](state, count);
}

function ask(state: State, effect: Effect): State {
  return { ...state, effects: [...state.effects, effect] };
}

function scrollHelp(state: State, lines: number): State {
  if (state.mode.kind !== 'help') return state;
  const last = Math.max(0, helpRows(state.bindings).length + 1 - bodyRows(state));
  return { ...state, mode: { kind: 'help', scroll: Math.max(0, Math.min(last, state.mode.scroll + lines)) } };
}
