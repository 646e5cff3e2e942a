import type { Line } from './line.ts';

/** What opens a list item. */
export interface Marker {
  /** Items of one list have one style: the bullet, or what stands around the number. */
  style: string;
  /** The number of an ordered item. */
  number?: number;
  /** Length of the marker in characters, white space before and after it not counted. */
  length: number;
  /** The marker is part of the text and stays in it: "(b)" may be referred to. */
  isKept: boolean;
}

const BULLETS = '-*+\u2022\u2023\u25E6\u2043\u25AA\u25CF\u25CB\u00B7';
/** `1.` `1)` `(1)`; up to four digits, as years are that long and lists may be. */
const NUMBER = /^(\(?)(\d{1,4})([.)])(?=\s)/;
/** `a)` `(a)` `iv)` `(iv)`. */
const LETTER = /^(\(?)([a-z]|[ivx]{2,5}|[A-Z])(\))(?=\s)/;

/** The marker that a line starts with, if it has one and text after it. */
export function markerOf({ raw, lead }: Line): Marker | undefined {
  const code = raw.charCodeAt(lead);
  const second = raw.charCodeAt(lead + 1);
  // Most lines start with a word: no need to look closer.
  if (isLetter(code) && second !== 0x29 && !(isRoman(code) && isRoman(second))) return undefined;
  const bullet = raw.charAt(lead);
  if (BULLETS.includes(bullet)) {
    return second === 0x20 || second === 0x09 ? { style: bullet, length: 1, isKept: false } : undefined;
  }
  const head = raw.slice(lead, lead + 8);
  const number = NUMBER.exec(head);
  if (number) {
    const [all, open = '', digits = '', close = ''] = number;
    if (open !== '' && close !== ')') return undefined;
    return { style: `${open}1${close}`, number: Number(digits), length: all.length, isKept: false };
  }
  const letter = LETTER.exec(head);
  return letter ? { style: `${letter[1] ?? ''}a)`, length: letter[0].length, isKept: true } : undefined;
}

/** Whether `next` goes on with the list that `marker` is in. */
export function continuesList(marker: Marker, next: Marker): boolean {
  if (marker.style !== next.style) return false;
  return marker.number === undefined || next.number === marker.number + 1;
}

function isLetter(code: number): boolean {
  return code > 0x60 ? code < 0x7b : code > 0x40 && code < 0x5b;
}

function isRoman(code: number): boolean {
  return code === 0x69 || code === 0x76 || code === 0x78;
}
