import { makeLexicon, type Lexicon } from './lexicon.ts';
import { readTrees, type Trees } from './trees.ts';
import { CLASS_WORDS, FIRST_TREES, LEAD_WORDS, SECOND_TREES } from './weights.ts';

/** What training made, ready for use. */
export interface Model {
  lexicon: Lexicon;
  /** Scores a block by its own features. */
  first: Trees;
  /** Scores it again, by the first scores of its surroundings too. */
  second: Trees;
}

let model: Model | undefined;

/** The model, decoded when the first page asks for it: articles in text or Markdown never pay for it. */
export function loadModel(): Model {
  model ??= {
    lexicon: makeLexicon(readWeights(CLASS_WORDS), readWeights(LEAD_WORDS)),
    first: readTrees(readBase64(FIRST_TREES)),
    second: readTrees(readBase64(SECOND_TREES)),
  };
  return model;
}

/** `word weight word weight …` */
function* readWeights(list: string): Generator<[string, number]> {
  const parts = list.split(' ');
  for (let i = 0; i + 1 < parts.length; i += 2) yield [parts[i] as string, Number(parts[i + 1])];
}

function readBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
