import { cellWidth, sectionAt } from '@lede/core';
import { isAddress, isPath } from '../cli/input-kind.ts';
import { formatMinutes } from '../layout/duration.ts';
import { visualText } from '../layout/visual-text.ts';
import { placeInFiles } from '../reader/files.ts';
import { highlightAt } from '../reader/highlight.ts';
import { focusedTarget } from '../reader/links.ts';
import { pointOf } from '../reader/move.ts';
import { bodyRows, type State } from '../reader/state.ts';
import type { Painter } from '../theme/painter.ts';
import { chromeRow } from './chrome-row.ts';
import { endOf, fit, truncate } from './fit.ts';

const SEPARATOR = ' · ';
/** The left part never gets less than this share of the row. */
const LEFT_SHARE = 0.4;

/** The last row: title and section, then the match, percent and minutes left; or a prompt, or a message. */
export function statusRow(state: State, painter: Painter): string {
  const { columns } = state.size;
  const right = truncate(rightPart(state), Math.max(0, Math.floor(columns * (1 - LEFT_SHARE))));
  const room = Math.max(0, columns - cellWidth(right) - 4);
  const paint = state.message?.isError ? 'error' : 'status';
  if (state.mode.kind === 'search') {
    // The end of a long query is what is being typed.
    const prompt = `/${state.mode.text}`;
    const tail = cellWidth(prompt) < room ? prompt : `/…${endOf(state.mode.text, room - 3)}`;
    return chromeRow(painter, columns, [
      ['prompt', fit(`${visualText(tail)}▏`, room + 3)],
      ['status', `${right} `],
    ]);
  }
  if (state.mode.kind === 'note') {
    return chromeRow(painter, columns, [
      ['prompt', fit(`Note: ${visualText(endOf(state.mode.text, columns - 9))}▏`, columns)],
    ]);
  }
  // What the reader has to say comes before where one is.
  if (state.message && cellWidth(state.message.text) > room) {
    return chromeRow(painter, columns, [[paint, fit(` ${state.message.text}`, columns)]]);
  }
  const said = state.message?.text ?? asked(state) ?? focusedTarget(state) ?? noteAt(state);
  const left = said === undefined ? leftPart(state, room) : visualText(truncate(said, room));
  return chromeRow(painter, columns, [
    [paint, ` ${fit(left, room)}  `],
    ['status', `${right} `],
  ]);
}

/** What the reader waits for. */
function asked({ mode }: State): string | undefined {
  switch (mode.kind) {
    case 'select':
      return `Selecting ${mode.byLine ? 'lines' : 'characters'}: h highlights, a adds a note, y copies`;
    case 'letter':
      return mode.command === 'set-mark'
        ? 'Mark: type a letter'
        : "Go to mark: type its letter, or ' for before the jump";
    case 'list':
      return mode.typing
        ? undefined
        : `Enter ${mode.isWhole ? 'opens' : 'chooses'}, / filters, q ${mode.isWhole ? 'leaves' : 'closes'}`;
    case 'hints':
      return 'Type the letters of a link';
    default:
      return undefined;
  }
}

function leftPart(state: State, room: number): string {
  const place = placeInFiles(state);
  const name = titleOf(state);
  const title = place === undefined ? name : `${place} ${name}`;
  const section = currentSection(state);
  if (section === undefined || section === name) return visualText(truncate(title, room));
  // A long title gives way to the section: the one is known by now, the other is where one is.
  const least = Math.min(cellWidth(section), Math.floor(room / 2));
  const first = truncate(title, room - least - SEPARATOR.length);
  const rest = truncate(section, room - cellWidth(first) - SEPARATOR.length);
  return visualText(first) + SEPARATOR + visualText(rest);
}

/** What the article is called: its title, else its site, else the name of what it was read from. */
function titleOf({ article: { meta }, origin: { input } }: State): string {
  if (meta.title !== undefined) return meta.title;
  const isNamed = isPath(input) || isAddress(input);
  return meta.site ?? (isNamed ? input.replace(/\/+$/, '').replace(/^.*[/\\]/, '') : 'Untitled');
}

function rightPart(state: State): string {
  const typed = [state.count === null ? '' : String(state.count), ...state.pending].join('');
  return [typed, matchPart(state), progressPart(state)].filter((part) => part !== '').join(SEPARATOR);
}

function matchPart({ search, mode }: State): string {
  if (mode.kind === 'search' && mode.isPending) return 'searching …';
  if (!search) return '';
  if (search.matches.total === 0) return mode.kind === 'search' ? 'no match' : '';
  return `${search.current + 1}/${search.matches.total}`;
}

function progressPart(state: State): string {
  // Behind a list that takes the whole screen is no article.
  if (state.mode.kind === 'list' && state.mode.isWhole) return '';
  const rows = bodyRows(state);
  const lines = state.flow.linesFrom(state.top, rows);
  const last = lines.at(-1);
  const progress = last ? state.flow.progress(last.position) : 1;
  const percent = `${Math.floor(progress * 100)}%`;
  if (progress >= 1) return percent;
  const minutes = state.contents.clock().minutesLeft(last?.end ?? 0);
  return `${percent}${SEPARATOR}${minutes < 1 ? '<1 min' : formatMinutes(minutes)}`;
}

/** The note to the highlight at the point, where that is shown. */
function noteAt(state: State): string | undefined {
  const note = state.point === null ? undefined : highlightAt(state, state.point)?.note;
  return note === undefined ? undefined : `Note: ${note}`;
}

/** The heading that the reader is under. */
function currentSection(state: State): string | undefined {
  const sections = state.contents.sections();
  return sections[sectionAt(sections, pointOf(state)) ?? -1]?.title;
}
