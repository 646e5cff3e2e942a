import { cellWidth, graphemeEnd, prefixWithin } from '@lede/core';
import type { Line, Segment } from '../layout/line.ts';
import type { PictureSlice } from '../pictures/picture.ts';
import type { Overlay } from './painter.ts';
import { OVERLAYS } from './theme.ts';

/** A stretch of a line in one look: its text, its styles, and which overlays lie on it (a bit each). */
export interface Stretch {
  text: string;
  style: number;
  overlays: number;
  url?: string;
  mark?: number;
  picture?: PictureSlice;
}

const OVERLAY_BIT: ReadonlyMap<string, number> = new Map(OVERLAYS.map((role, bit) => [role, 1 << bit]));
/** Code units from here on may be marks that belong to the character before them. */
const FIRST_MARK = 0x300;

/** The segments of a line, cut where overlays begin and end. */
export function stretchesOf(segments: readonly Segment[], overlays: readonly Overlay[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const segment of segments) {
    const { start, end } = segment;
    const over = start === undefined || end === undefined ? [] : overlays.filter((o) => o.start < end && o.end > start);
    if (over.length === 0 || start === undefined || end === undefined) {
      stretches.push(stretchOf(segment, segment.text, 0));
    } else if (end - start !== segment.text.length) {
      stretches.push(stretchOf(segment, segment.text, maskOf(over, start, end)));
    } else {
      for (const [from, to] of cuts(segment.text, start, over)) {
        const mask = maskOf(over, start + from, start + to);
        stretches.push(stretchOf(segment, segment.text.slice(from, to), mask));
      }
    }
  }
  return stretches;
}

/** The overlays that touch a line. */
export function overlaysOn(line: Line, overlays: readonly Overlay[]): readonly Overlay[] {
  return overlays.length === 0 ? overlays : overlays.filter((o) => o.start < line.end && o.end > line.start);
}

/** The part of the stretches from column `from` on, `columns` wide; a wide character that is cut is a space. */
export function crop(stretches: readonly Stretch[], from: number, columns: number): Stretch[] {
  const cropped: Stretch[] = [];
  let skip = from;
  let room = columns;
  for (const stretch of stretches) {
    if (room <= 0) break;
    let { text } = stretch;
    const isCut = skip > 0;
    let width = cellWidth(text);
    if (skip >= width) {
      skip -= width;
      continue;
    }
    if (skip > 0) {
      const cut = prefixWithin(text, skip);
      const gone = cellWidth(text.slice(0, cut));
      const half = gone < skip;
      const rest = text.slice(half ? graphemeEnd(text, cut) : cut);
      text = half ? ` ${rest}` : rest;
      width = cellWidth(text);
      skip = 0;
    }
    if (width > room) {
      const fits = text.slice(0, prefixWithin(text, room));
      text = fits + ' '.repeat(room - cellWidth(fits));
      width = room;
    }
    const shown: Stretch = { ...stretch, text };
    // A picture is drawn from its left edge or not at all.
    if (isCut) delete shown.picture;
    cropped.push(shown);
    room -= width;
  }
  return cropped;
}

function stretchOf({ style, url, mark, picture }: Segment, text: string, overlays: number): Stretch {
  const stretch: Stretch = { text, style, overlays };
  if (url !== undefined) stretch.url = url;
  if (mark !== undefined) stretch.mark = mark;
  if (picture) stretch.picture = picture;
  return stretch;
}

/** Which overlays lie on `[start, end)`. */
function maskOf(overlays: readonly Overlay[], start: number, end: number): number {
  let mask = 0;
  for (const overlay of overlays) {
    if (overlay.start < end && overlay.end > start) mask |= OVERLAY_BIT.get(overlay.role) ?? 0;
  }
  return mask;
}

/** Where to cut a text that stands at `start`, as ranges of it: at the edges of overlays, on whole characters. */
function cuts(text: string, start: number, overlays: readonly Overlay[]): [number, number][] {
  const edges = new Set<number>();
  for (const overlay of overlays) {
    edges.add(wholeCharacter(text, overlay.start - start));
    edges.add(wholeCharacter(text, overlay.end - start));
  }
  const sorted = [...edges].filter((edge) => edge > 0 && edge < text.length).toSorted((a, b) => a - b);
  const ranges: [number, number][] = [];
  let from = 0;
  for (const edge of [...sorted, text.length]) {
    ranges.push([from, edge]);
    from = edge;
  }
  return ranges;
}

/** The end of the grapheme cluster that `at` lies inside of; `at` where it lies between two. */
function wholeCharacter(text: string, at: number): number {
  if (at <= 0 || at >= text.length || text.charCodeAt(at) < FIRST_MARK) return at;
  let end = 0;
  while (end < at) end = graphemeEnd(text, end);
  return end;
}
