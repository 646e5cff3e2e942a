import type { Lexicon } from './lexicon.ts';
import type { LinearModel } from './linear.ts';
import { type KindModel, PAGE_KINDS } from './page-kind.ts';
import { TEXT_TERMS } from './text-terms.ts';
import { readTrees, type Trees } from './trees.ts';
import { CLASS_WORDS, FIRST_TREES, KIND_WORDS, LINEAR, SECOND_TREES } from './weights.ts';

/** What training made, ready for use. */
export interface Model {
  kinds: KindModel;
  lexicon: Lexicon;
  linear: LinearModel;
  /** Scores a block by its own features. */
  first: Trees;
  /** Scores it again, by the first scores of its surroundings too. */
  second: Trees;
}

let model: Model | undefined;

/** The model, decoded when the first page asks for it: articles in text or Markdown never pay for it. */
export function loadModel(): Model {
  model ??= {
    kinds: readKinds(readBase64(KIND_WORDS)),
    lexicon: readWords(readBase64(CLASS_WORDS), 0),
    linear: readLinear(readBase64(LINEAR)),
    first: readTrees(readBase64(FIRST_TREES)),
    second: readTrees(readBase64(SECOND_TREES)),
  };
  return model;
}

/** The bias as a 32-bit number (little-endian), then the tables, a signed byte for each weight. */
function readLinear(bytes: Uint8Array<ArrayBuffer>): LinearModel {
  const bias = new DataView(bytes.buffer).getInt32(0, true);
  const tables = new Int8Array(bytes.buffer, 4);
  return { bias, text: tables.subarray(0, TEXT_TERMS), place: tables.subarray(TEXT_TERMS) };
}

function readKinds(bytes: Uint8Array): KindModel {
  const view = new DataView(bytes.buffer);
  return { bias: PAGE_KINDS.map((_, k) => view.getInt32(k * 4, true)), words: readWords(bytes, PAGE_KINDS.length * 4) };
}

/** A 32-bit hash (little-endian) and a signed byte for each kind of page, word by word. */
function readWords(bytes: Uint8Array, from: number): Map<number, Int8Array> {
  const view = new DataView(bytes.buffer);
  const words = new Map<number, Int8Array>();
  for (let at = from; at < bytes.length; at += 4 + PAGE_KINDS.length) {
    words.set(view.getInt32(at, true), new Int8Array(bytes.buffer, at + 4, PAGE_KINDS.length));
  }
  return words;
}

function readBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  // A loop over 200 kB: `Uint8Array.from` with a function for each byte takes ten times as long.
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
