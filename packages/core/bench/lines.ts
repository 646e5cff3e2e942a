/**
 * `npm run bench lines`: how fast paragraphs of several scripts are broken into lines of 72 columns, beside the
 * wrapping libraries that are installed (Ink brings wrap-ansi). Megabytes are of UTF-8.
 */
import { breakLines, breakLinesFrom } from '../src/lines/break-lines.ts';
import { cellWidth } from '../src/lines/cell-width.ts';
import { measure, report, reportMachine } from './measure/measure.ts';

const WIDTH = 72;
const PARAGRAPH = 1200;

type Wrap = (text: string, columns: number) => string;

/** Sentences of our own; a text of each is repeated into paragraphs as long as those of an article. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ASCII:
    'The quick brown fox jumps over the lazy dog, and so they say (well, some of them) that self-hosted things ran at 10:30 for $20. ',
  'typographic Latin':
    'Il n’est pas “facile” de dire — même à l’été — que les naïfs s’en vont… The quick brown fox didn’t stop, she said. ',
  CJK: '他说你好世界，然后他走了很远的路。「ただいま」と言った後で、東京の街を歩いていた。',
  Korean: '한국어는 띄어쓰기가 있어서 단어 사이에서 줄을 바꾼다. 오늘은 날씨가 좋다. ',
  Hindi: 'हिन्दी में लिखा हुआ एक वाक्य, जिसमें क्षत्रिय और प्रार्थना जैसे संयुक्ताक्षर हैं। ',
  Arabic: 'هذا نص عربي طويل بما يكفي لأن ينقسم على سطرين، وفيه كلمات كثيرة. ',
  'emoji-heavy': 'Great 👍🏽 job 👨‍👩‍👧‍👦 flags 🇩🇪🇫🇷 and ❤️‍🔥 ok 😀😃 ',
  Thai: 'สวัสดีครับผมชื่อสมชายยินดีที่ได้รู้จักวันนี้อากาศดีมากเราไปเดินเล่นที่สวนสาธารณะกันเถอะ ',
};
/** Thai asks a dictionary, and peers are slow: their texts are shorter. */
const SIZE = { own: 2_000_000, thai: 100_000, peers: 100_000 } as const;

/** Paragraphs of one script, `size` code units in all, as flat strings. */
function paragraphs(sentence: string, size: number): string[] {
  const one = Buffer.from(sentence.repeat(Math.ceil(PARAGRAPH / sentence.length))).toString();
  return Array.from({ length: Math.ceil(size / one.length) }, () => one);
}

/** The default export, or the function called `wrapAnsi`, of a package that may not be there. */
async function peer(name: string): Promise<Wrap | undefined> {
  try {
    const module = (await import(name)) as { default?: Wrap; wrapAnsi?: Wrap }; // either form is in use
    return module.default ?? module.wrapAnsi;
  } catch {
    return undefined;
  }
}

function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

reportMachine();
const peers = new Map<string, Wrap>();
for (const name of ['wrap-ansi', 'fast-wrap-ansi']) {
  const wrap = await peer(name);
  if (wrap) peers.set(name, wrap);
}

for (const [script, sentence] of Object.entries(SCRIPTS)) {
  const texts = paragraphs(sentence, script === 'Thai' ? SIZE.thai : SIZE.own);
  const own = measure({ breakLines: () => texts.map((text) => breakLines(text, WIDTH)) });
  report(script, own, bytesOf(texts));
  if (peers.size === 0) continue;
  const few = paragraphs(sentence, SIZE.peers);
  const variants: Record<string, () => unknown> = { breakLines: () => few.map((text) => breakLines(text, WIDTH)) };
  for (const [name, wrap] of peers) variants[name] = () => few.map((text) => wrap(text, WIDTH));
  report(`${script}, beside others`, measure(variants, 5), bytesOf(few));
}

const huge = Buffer.from('word '.repeat(2_000_000)).toString();
report(
  '50 lines in the middle of a paragraph of 10 MB',
  measure({
    breakLinesFrom: () => breakLinesFrom(huge, 5_000_000, WIDTH, 50),
  }),
);
const mixed = paragraphs(SCRIPTS['typographic Latin'] ?? '', SIZE.own);
report(
  'cellWidth, typographic Latin',
  measure({ cellWidth: () => mixed.map((text) => cellWidth(text)) }),
  bytesOf(mixed),
);
