import { fstatSync } from 'node:fs';
import process from 'node:process';
import type { ImageSetting } from '../pictures/setting.ts';
import { colorDepth, type Environment } from './color.ts';
import { imageQuestions } from './graphics.ts';
import { BACKGROUND, type Query, TRUE_COLOR } from './traits.ts';

/** Terminals that show a question as text, or are none. */
const MUTE = /^(?:dumb|linux|ansi|cygwin|emacs|eterm|cons\d|vt\d|sun|wyse)/;

/**
 * What to ask the terminal that the environment describes: only what it does not say by itself. `images`: how images
 * are to be drawn.
 */
export function questionsFor(environment: Environment, images: ImageSetting = 'none'): Query[] {
  const { TERM, WT_SESSION } = environment;
  const name = TERM ?? (WT_SESSION === undefined ? undefined : 'windows-terminal');
  if (name === undefined || name === '' || MUTE.test(name)) return [];
  const depth = colorDepth(environment);
  const queries: Query[] = [];
  if (depth !== 'none') queries.push(BACKGROUND);
  // GNU screen hands a device control string on to the terminal around it, as text.
  if ((depth === '16' || depth === '256') && !name.startsWith('screen')) queries.push(TRUE_COLOR);
  return [...queries, ...imageQuestions(environment, images)];
}

/**
 * Whether replies come to where questions go: `lede FILE >/dev/pts/7` draws on a terminal that other keys
 * belong to.
 */
export function isOneTerminal(): boolean {
  if (!process.stdout.isTTY) return false;
  if (!process.stdin.isTTY) return true; // the keyboard is the controlling terminal, which has no number of its own
  try {
    return fstatSync(process.stdin.fd).rdev === fstatSync(process.stdout.fd).rdev;
  } catch {
    return false;
  }
}
