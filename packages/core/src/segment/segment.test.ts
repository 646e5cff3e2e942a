import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segment } from './segment.ts';

/** Segments a text that has `¦` where its boundaries should be, and puts `¦` where they are. */
function again(marked: string, language?: string): string {
  const text = marked.replaceAll('¦', '');
  return mark(text, segment(text, language));
}

function mark(text: string, ends: readonly number[]): string {
  let from = 0;
  const parts: string[] = [];
  for (const end of ends) {
    parts.push(text.slice(from, end));
    from = end;
  }
  return parts.join('¦');
}

/** One case for each thing that the English golden rules of pragmatic_segmenter test, in their order. */
const GOLDEN_RULES: readonly [rule: string, marked: string][] = [
  ['full stop', 'The ferry is late. ¦We wait on the pier.'],
  ['question mark', 'Where does it land? ¦Nobody has told us.'],
  ['exclamation mark', 'Look at that! ¦The bridge opens.'],
  ['capital initial', 'The clerk is Vera K. Holm.'],
  ['small letter before a number', 'The map stands on p. 112.'],
  ['two small letters inside a sentence', 'Did Nils and co. miss the train?'],
  ['two letters with a capital inside a sentence', 'The firm of Dahl, Reed & Co. moved in spring.'],
  ['two small letters at the end of a sentence', 'Give it to Nils and co. ¦They will mend it.'],
  ['two letters with a capital at the end', 'The firm was Dahl, Reed & Co. ¦It failed in a year.'],
  ['abbreviation before a name', 'We walked up Mt. Etna at dawn.'],
  ['one abbreviation before and after a name', 'St. Olav’s stands on the 3rd st. by the mill.'],
  ['possessive of an abbreviation', "We read Carl Berg Jr.'s letters."],
  ['initials inside a sentence', 'She flew to the U.A.E. last week.'],
  ['initials at the end', 'They joined the E.E.C. ¦Why did they leave?'],
  ['country at the end', 'He grew up in the U.S. ¦Where were you?'],
  ['country before a capital', 'The U.S. Congress met on Monday.'],
  ['country before a small letter', 'We toured the U.S. in a van.'],
  [
    'time of day inside and at the end',
    'At 7 a.m. Ms. Roe opened the shop. ¦She shut it at 9 P.M. ¦Ms. Roe was tired.',
  ],
  ['decimal number', 'The ticket costs £7.50 at the door.'],
  ['number at the end', 'The ticket costs £7.50. ¦Bring coins.'],
  ['parenthesis inside a sentence', 'The cook (He came here from Bergen.) makes good soup.'],
  ['e-mail address', 'Write to Vera.Holm@mail.example. ¦She answers at once.'],
  ['web address', 'It is at https://docs.example.org/v2.1/set_up.html. ¦Read it first.'],
  ['single quotes inside a sentence', "He looked up, 'It is late.' he muttered."],
  ['double quotes inside a sentence', 'He looked up, "It is late." he muttered.'],
  ['double quotes at the end', 'He looked up, "It is late." ¦They packed their things.'],
  ['two exclamation marks', 'Stop!! ¦That is my hat.'],
  ['two question marks', 'What?? ¦Say it again.'],
  ['exclamation and question mark', 'You did!? ¦When was it?'],
  ['question and exclamation mark', 'You did?! ¦When was it?'],
  ['list with full stop and bracket', '1.) Peel the apples ¦2.) Boil the water'],
  ['list with full stop and bracket, sentences', '1.) Peel the apples. ¦2.) Boil the water.'],
  ['list with bracket', '1) Peel the apples ¦2) Boil the water'],
  ['list with bracket, sentences', '1) Peel the apples. ¦2) Boil the water.'],
  ['list with full stop', '1. Peel the apples ¦2. Boil the water'],
  ['list with full stop, sentences', '1. Peel the apples. ¦2. Boil the water.'],
  ['list with bullets', '• 4. Peel the apples ¦• 5. Boil the water'],
  ['list with hyphen bullets', '\u20434. Peel the apples ¦\u20435. Boil the water'],
  ['list with letters', 'a. Peel the apples ¦b. Boil the water'],
  ['line end in the middle of a sentence', 'The paper was cut\nright through by the scanner.'],
  ['space and line end in the middle', 'A grey \nmorning in the harbour.'],
  ['lines in small letters', 'boots\n¦a warm coat\n¦gloves, two pairs\n'],
  ['long number with full stops', 'The grave has N°. 40.221.118. ¦Nobody visits it.'],
  ['name with an exclamation mark', 'He sells Wow! soap in the market.'],
  ['I as a pronoun and as an initial', 'They chose between him and I. ¦Have you met Berta I. Lund?'],
  ['ellipsis at the end of a quotation', 'The report says that “the river will rise again and again. . . .”'],
  ['ellipsis in brackets', '"The tide [...] took the boats [...]" (Lund 12).'],
  ['ellipsis and full stop after a space', 'They asked for rain and got . . . . ¦Nothing grew.'],
  ['four dots', 'I wanted to say.... ¦He shut the door.'],
  ['ellipsis inside a sentence', 'It is ... how to say it...odd . . . and yet . . . I like it.'],
  ['four dots with spaces after a word', 'Half of it . . . was lost in the war. ¦. . . The rest is here. . . .'],
  ['no white space', 'We came home.¦Supper was cold.¦Dr. Roe ate 2,400.¦That is too much.'],
];

describe('English golden rules', () => {
  test.each(GOLDEN_RULES)('%s', (_rule, marked) => {
    expect(again(marked, 'en')).toBe(marked);
  });
  test('there are 52', () => expect(GOLDEN_RULES).toHaveLength(52));
});

const CASES: readonly [name: string, marked: string, language?: string][] = [
  ['keeps titles with names', 'Sen. Cole met Gen. Ruiz and Prof. Dr. Ode. ¦It rained.'],
  ['ends after a month only before a word', 'It opened on Jan. 5 and shut in Dec. ¦Nobody came.'],
  ['takes "etc." by what follows', 'Nails, screws, etc. lay about. ¦Bring tape, etc. ¦We start now.'],
  ['knows a unit only after a number', 'It is 6 in. wide. ¦Come in. ¦Sit down. ¦It is 3 ft. ¦Cut it.'],
  ['knows "no" from "No."', 'He said no. ¦She said No. 5 was hers.'],
  ['keeps a figure with its letter or Roman number', 'See Fig. B and Vol. IV of the set. ¦Then go on.'],
  ['keeps a company with its people', 'Acme Inc. Chairman Bo Ek resigned. ¦He joined Zeta Ltd. ¦It grew.'],
  ['tells a state from a word', 'He lives in Salem, Mass. near the sea. ¦It has mass. ¦Weigh it.'],
  ['keeps Latin abbreviations', 'Some birds, e.g. Robins, i.e. Erithacus, stay (cf. Lee 2001, pp. 4 ff.). ¦Others go.'],
  ['ends after a letter that is no initial', 'We have no Plan B. ¦The door is shut.'],
  ['keeps several initials', 'J. R. Ode and C. S. Roe wrote it. ¦I. M. Pei built it.'],
  ['keeps versions, times and addresses', 'Use v2.0.1 at 10.30 from 192.168.0.1 or a.b/c.D today. ¦Done.'],
  ['keeps code and file names', 'Call System.Text.Json or open Main.Java now. ¦Then build.'],
  ['keeps a degree', 'She holds a Ph.D. in law. ¦He has a B.Sc. ¦They met.'],
  ['closes typographic quotes and brackets', '“Go.” ¦‘Why?’ ¦(We left.) ¦[They stayed.] ¦Well.'],
  ['keeps the speaker with the words', '“Who is there?” Ann asked. ¦“Me!” he said. ¦“Oh!” ¦She ran.'],
  ['keeps a reference with its sentence', 'It grew.[12] ¦Then it fell.[3][4] ¦It rose.\uFFFC ¦It set.² ¦End.'],
  ['goes on after a comma', '“Really?”, he said. ¦Yahoo!, etc., and so on.'],
  ['takes a dash with the sentence it opens', 'It ended. ¦— Nobody clapped.'],
  ['keeps emoji with the sentence before', 'Well done! \u{1F600}'],
  ['knows names that begin small', 'It works. ¦iPhone users wait. ¦eBay sells it.'],
  ['keeps a numbered sentence whole', 'Do this. ¦1. Open the box. ¦2. Read on.'],
  ['makes no list of initials', 'A. Lee met B. Roe and C. Ode.'],
  ['keeps ".NET" whole', 'They use .NET at work. ¦.NET is fine.'],
  ['keeps a zone with its time', 'It starts at 6 p.m. Eastern on Friday. ¦It ends at 9 p.m. ¦Call us.'],
  ['ends a line at a stop and where no sentence runs on', 'Bo Ek\n¦12 Main St.\n¦Oslo 0150\n¦Norway'],
  [
    'carries a sentence over the lines of a verse',
    'Snow on the hill,\nsnow in the lane,\nThe crow is dark\nas ever. ¦It waits.',
  ],
  ['Chinese', '他来了。¦你呢？¦“好！”¦我们走吧……再见'],
  ['Japanese', '「行こう。」と彼は言った。¦空は青い！¦本当？'],
  ['Hindi', 'वह आया। ¦तुम कहाँ हो? ¦ठीक है।'],
  ['Arabic', 'وصل القطار. ¦أين أنت؟ ¦هنا.'],
  ['Urdu', 'وہ آیا۔ ¦تم کہاں ہو؟ ¦یہاں۔'],
  ['Armenian', 'Նա եկավ։ ¦Ուր ես։'],
  ['Amharic', 'እሱ መጣ። ¦የት ነህ፧ ¦እዚህ።'],
  ['Hebrew', 'הוא בא. ¦איפה אתה? ¦כאן.'],
  ['German', 'Am 3. Oktober kam z. B. Frau Dr. Lenz. ¦Sie blieb bis ca. 5 Uhr. ¦Der 2. Weltkrieg war vorbei.', 'de'],
  ['French', '« Oui ! » dit-elle. ¦M. Roux est parti. ¦« Non. » ¦Elle rit.', 'fr'],
  ['Spanish', '¿Quién es? ¦¡Es el Sr. Ruiz! ¦Pase, D. Juan. ¦Está aquí.', 'es'],
  ['Russian', 'Он жил на ул. Мира в г. Твери. ¦В 1990 г. он видел Дон и т. д. ¦Всё.', 'ru'],
  ['Polish', 'Prof. Nowak i dr Lis, ul. Długa 5. ¦Co dalej?', 'pl-PL'],
  ['Greek', 'Πού είσαι; ¦Εδώ είμαι.', 'el'],
  ['Korean', '그는 왔다. ¦어디 있니? ¦여기.'],
];

test.each(CASES)('%s', (_name, marked, language) => {
  expect(again(marked, language)).toBe(marked);
});

test('an empty text has one empty sentence', () => {
  expect(segment('')).toEqual([0]);
});

const PIECES: readonly string[] = [
  ['. ', '.', '! ', '?', '…', ' . . . ', '。', '！', '؟ ', '। ', '\n', ' ', '\u00A0', '\u2028', '\t', '  '],
  ['"', "'", '“', '”', '«', ' »', '(', ')', '[1]', '[', ']', '—', '-', '•', ',', ';', ':', '\uFFFC', '\u00B2'],
  ['Mr', 'Dr.', 'U.S.', 'p. ', 'No', 'I', 'a', 'B', 'the', 'The', 'said', 'Ann', 'a.m.', 'e.g.', '1.', '2)', '30'],
  ['\u{1F600}', '\uD83D', '\uDE00', '你', 'の', '\u{20000}', 'ß', 'É', 'http://a.b/C.D', 'x@y.Z', 'iPhone'],
].flat();
const hostileText = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
const language = fc.constantFrom(undefined, 'en', 'de', 'ja', 'el', 'ru', 'fr', '', '__proto__');

test('boundaries ascend, tile the text and never split a surrogate pair', () => {
  fc.assert(
    fc.property(hostileText, language, (text, lang) => {
      const ends = segment(text, lang);
      expect(ends.at(-1)).toBe(text.length);
      let before = 0;
      for (const end of ends) {
        expect(end > before || text === '').toBe(true);
        const splits = /[\uD800-\uDBFF]$/.test(text.slice(0, end)) && /^[\uDC00-\uDFFF]/.test(text.slice(end));
        expect(splits).toBe(false);
        before = end;
      }
    }),
    { numRuns: 2000 },
  );
});

test('white space after a sentence belongs to it', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const end of segment(text).slice(0, -1)) expect(text.slice(end)).toMatch(/^[^ \t\n\u00A0]/);
    }),
  );
});

/**
 * A string that counts how many of its characters are looked at, and how often the next stop is searched
 * for: each search goes on from the last, so there may be one for each stop and one for the end.
 */
class CountedText {
  reads = 0;
  searches = 0;
  readonly length: number;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.length = text.length;
  }

  charCodeAt(at: number): number {
    this.reads++;
    return this.#text.charCodeAt(at);
  }

  toString(): string {
    this.searches++;
    return this.#text;
  }

  charAt(at: number): string {
    this.reads++;
    return this.#text.charAt(at);
  }

  slice(from: number, to: number): string {
    this.reads += to - from;
    return this.#text.slice(from, to);
  }

  indexOf(needle: string, from: number): number {
    const at = this.#text.indexOf(needle, from);
    this.reads += (at < 0 ? this.length : at) - from + 1;
    return at;
  }
}

const HOSTILE: readonly string[] = [
  [
    '.',
    '. ',
    'a. ',
    'A.',
    'a.B',
    '! (',
    '? "',
    '.)',
    '.\n',
    ' .',
    '. . ',
    '…',
    '。',
    '[1]',
    '.[',
    '.[1',
    '(',
    ')',
    '"',
  ],
  [
    '1. a ',
    '1) ',
    '• ',
    '•',
    'Mr. ',
    'U.S. ',
    '!A',
    'ab.Cd',
    'ab.Cd@',
    '1,1.Ab',
    '\n',
    'a\n',
    '!\n(',
    '. (a',
    '! -',
    '», ',
  ],
].flat();

test.each(HOSTILE)('looks at each character a bounded number of times in a text of %j', (piece) => {
  for (const [before, after] of [
    ['', ''],
    ['1. ', ''],
    ['• ', ''],
    ['a. ', ')'.repeat(5000)],
    ['', `${'x'.repeat(5000)}.Then`],
  ] as const) {
    const text = before + piece.repeat(5000) + after;
    const counted = new CountedText(text);
    // Stands in for a string: it has all the methods that the segmenter calls.
    segment(counted as unknown as string);
    expect(counted.reads / counted.length).toBeLessThan(150);
    expect(counted.searches).toBeLessThanOrEqual((text.match(/[.!?…。\n]/g)?.length ?? 0) + 1);
  }
});
