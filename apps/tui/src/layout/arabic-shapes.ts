import type { Piece } from './shown-text.ts';

/**
 * Joined forms for Arabic script. Terminals lay cells from left to right, so a line in visual order can no longer be
 * joined by the terminal: each letter is written as the presentation form (Unicode blocks FB50 and FE70) that its
 * neighbours ask for, and lam with alef as their ligature. Letters without such forms stay as they are.
 */

const ARABIC = /[\u0621-\u064a\u0671-\u06d5]/;
/** Marks that letters join across. */
const TRANSPARENT = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/;
/** Tatweel and the zero width joiner join on both sides and have one form. */
const JOINERS = '\u0640\u200d';
const LAM = '\u0644';
/** Where presentation forms stand; those of plain Arabic come first, which puts the forms of a letter in order. */
const BLOCKS = [
  [0xfe80, 0xfefc],
  [0xfb50, 0xfbff],
] as const;

const ISOLATED = 0;
const FINAL = 1;
const INITIAL = 2;
const MEDIAL = 3;

/** Isolated, final, initial and medial form; letters that join only to the one before have the first two. */
type Forms = readonly string[];

let letterForms: Map<string, Forms> | undefined;

/** The pieces with their Arabic letters joined; others as they are. */
export function shaped(pieces: readonly Piece[]): readonly Piece[] {
  const text = pieces.map((piece) => piece.text).join('');
  if (!ARABIC.test(text)) return pieces;
  const shapes = shapesOf(text);
  const result: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    let from = 0;
    for (let i = 0; i < piece.text.length; i++) {
      const ligature = shapes.ligatures.get(at + i);
      // A ligature over the edge of a piece (half a word in bold) is left to its letters.
      if (ligature === undefined || i + ligature.length > piece.text.length) continue;
      addPart(result, piece, from, i, shapes.text.slice(at + from, at + i));
      addPart(result, piece, i, i + ligature.length, ligature.text);
      from = i + ligature.length;
      i = from - 1;
    }
    addPart(result, piece, from, piece.text.length, shapes.text.slice(at + from, at + piece.text.length));
    at += piece.text.length;
  }
  return result;
}

/** A ligature that stands for `length` code units. */
interface Ligature {
  text: string;
  length: number;
}

/** The text with each letter in its form, one for one, and the ligatures by where they begin. */
function shapesOf(text: string): { text: string; ligatures: Map<number, Ligature> } {
  letterForms ??= collectForms();
  const ligatures = new Map<number, Ligature>();
  let out = '';
  let joinsOn = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (TRANSPARENT.test(letter)) {
      out += letter;
      continue;
    }
    const forms = letterForms.get(letter);
    const next = nextLetter(text, at);
    const following = text.charAt(next);
    const ligature = letter === LAM ? letterForms.get(letter + following) : undefined;
    if (ligature) {
      const marks = text.slice(at + 1, next);
      ligatures.set(at, { text: (ligature[joinsOn ? FINAL : ISOLATED] ?? '') + marks, length: next + 1 - at });
    }
    const isDual = forms !== undefined && forms.length > INITIAL;
    const joinsBack = joinsOn && forms !== undefined && forms.length > FINAL;
    const joinsNext = isDual && canJoinBack(following);
    const form = joinsBack ? (joinsNext ? MEDIAL : FINAL) : joinsNext ? INITIAL : ISOLATED;
    out += forms?.[form] ?? letter;
    joinsOn = isDual || JOINERS.includes(letter);
  }
  return { text: out, ligatures };
}

/** Index of the next character that is no mark; the text's length where there is none. */
function nextLetter(text: string, at: number): number {
  let next = at + 1;
  while (next < text.length && TRANSPARENT.test(text.charAt(next))) next++;
  return next;
}

function canJoinBack(letter: string): boolean {
  if (letter === '') return false;
  return JOINERS.includes(letter) || (letterForms?.get(letter)?.length ?? 0) > FINAL;
}

/**
 * The forms of each letter, and of lam with each alef: what a presentation form stands for is its compatibility
 * decomposition, and the forms of a letter follow one another in the order of `Forms`.
 */
function collectForms(): Map<string, Forms> {
  const forms = new Map<string, string[]>();
  for (const [first, last] of BLOCKS) {
    for (let code = first; code <= last; code++) {
      const form = String.fromCharCode(code);
      const letter = form.normalize('NFKC');
      const isLigature = letter.length === 2 && letter.startsWith(LAM);
      if (letter === form || (letter.length !== 1 && !isLigature)) continue;
      const known = forms.get(letter);
      if (known) known.push(form);
      else forms.set(letter, [form]);
    }
  }
  return forms;
}

function addPart(result: Piece[], piece: Piece, from: number, to: number, text: string): void {
  if (from === to) return;
  const part: Piece = { ...piece, text };
  const { start, end } = piece;
  if (start !== undefined && end !== undefined && end - start === piece.text.length) {
    part.start = start + from;
    part.end = start + to;
  }
  result.push(part);
}
