import type { Draft } from '@lede/core';
import { Flow } from '../layout/flow.ts';
import { DEFAULT_MEASURE, type LayoutOptions, type PictureRoom } from '../layout/options.ts';
import { AUTO, type TerminalColors } from '../theme/choose-theme.ts';
import type { Size } from '../terminal/session.ts';
import { contentsOf } from './contents.ts';
import { KEY_GROUPS, type KeyGroup } from './key-table.ts';
import { keepPlace } from './move.ts';
import { DEFAULT_PACE } from './rsvp.ts';
import type { Focus, Origin, State } from './state.ts';

/** How an article opens. */
export interface OpenOptions {
  /** What the article was read from. Default: a page of our own. */
  origin?: Origin;
  /** Columns of a line of text. */
  measure?: number;
  theme?: string;
  /** Of the terminal. Default: nothing is known, and there are none. */
  colors?: TerminalColors;
  focus?: Focus;
  zen?: boolean;
  pace?: number;
  /** Stretch lines to the full measure. */
  justify?: boolean;
  /** Draws images. */
  pictures?: PictureRoom;
  /** The key table, with the user's changes. */
  bindings?: readonly KeyGroup[];
}

/** The state in which an article opens: at its start. */
export function openArticle(article: Draft, size: Size, options: OpenOptions = {}): State {
  const { measure = DEFAULT_MEASURE, theme = AUTO, focus = 'none', zen = false, pace = DEFAULT_PACE } = options;
  const { origin = { input: '' } } = options;
  const contents = contentsOf(article);
  // A page of our own is not for reading.
  const time = origin.input === '' ? {} : { minutes: contents.clock().minutes };
  const layout: LayoutOptions = { ...size, measure, ...time, justify: options.justify ?? false };
  if (options.pictures) layout.pictures = options.pictures;
  const flow = new Flow(article, layout);
  return {
    article,
    origin,
    contents,
    size,
    flow,
    measure,
    top: flow.start(),
    anchor: -1,
    point: null,
    mode: { kind: 'read' },
    link: null,
    back: [],
    forward: [],
    marks: {},
    highlights: [],
    orphans: [],
    nextKey: 0,
    files: [],
    focus,
    theme,
    colors: options.colors ?? { depth: 'none' },
    bindings: options.bindings ?? KEY_GROUPS,
    shift: 0,
    zen,
    pace,
    pending: [],
    count: null,
    ahead: null,
    search: null,
    message: null,
    effects: [],
  };
}

/** The state with some of the layout's options changed: the text at the top stays there. */
export function relayout(state: State, options: Partial<LayoutOptions>): State {
  return keepPlace({ ...state, flow: relaid(state, options) });
}

/**
 * The state with images drawn in other rooms, of which none is in sight: the very lines on the screen stay, also
 * where they are in the middle of a picture.
 */
export function replacePictures(state: State, pictures: PictureRoom): State {
  const flow = relaid(state, { pictures });
  return { ...state, flow, top: flow.move(state.top, 0) };
}

function relaid({ article, flow }: State, options: Partial<LayoutOptions>): Flow {
  return new Flow(article, { ...flow.options, ...options }, flow);
}

/** The state on a terminal of another size: the text at the top stays there. */
export function resize(state: State, size: Size): State {
  const resized: State = { ...state, size };
  const isSame = size.columns === state.size.columns && (size.rows === state.size.rows || !state.flow.options.pictures);
  return isSame ? keepPlace(resized) : relayout(resized, size);
}
