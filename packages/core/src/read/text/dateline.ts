import { countLetters, startOf } from './line.ts';

/** A dateline and its dash stand within the first so many characters. */
const MAX_LENGTH = 100;
const DASH = /\s(?:--|[-\u2013\u2014])\s|\s?\u2014\s?/;

/**
 * The place (and day, and agency) that a news text opens with, before its dash:
 *
 *     MOSCOW (Reuters) - The ministry said …        KYIV, June 5 — A train …
 *
 * A place without an agency has to be in capitals, or any word before a dash would be one.
 */
export function datelineOf(text: string): string | undefined {
  const head = text.slice(0, MAX_LENGTH);
  const dash = DASH.exec(head);
  if (!dash || startOf(head.slice(dash.index + dash[0].length)) === 'lower') return undefined;
  const dateline = head.slice(0, dash.index).trimEnd();
  const placeEnd = dateline.search(/,|\s?\(/);
  const place = placeEnd < 0 ? dateline : dateline.slice(0, placeEnd);
  const { upper, lower, digits } = countLetters(place);
  const hasAgency = dateline.endsWith(')');
  const isPlace = digits === 0 && upper > 0 && (hasAgency ? startOf(place) === 'upper' : lower === 0 && upper >= 3);
  // "ST. PAUL" is one place, "THEY LEFT." a sentence.
  const isOneName = !/[!?:;"\u201C\u201D]|\.$/.test(place);
  return isPlace && isOneName && isAfterPlace(dateline.slice(place.length)) ? dateline : undefined;
}

/** After the place: up to two parts after commas (a state, a day), then an agency in brackets. */
function isAfterPlace(text: string): boolean {
  return /^(?:, [^,()]{2,20}){0,2}(?: ?\([\p{Lu}\d][^()]{1,30}\))?$/u.test(text);
}
