import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { arbitraryText } from '../../test/arbitrary-article.ts';
import { expectGolden, fixtures } from '../../test/golden.ts';
import { outline } from '../../test/outline.ts';
import { checkInvariants } from '../article/invariants.ts';
import { cleanCharacters } from '../article/normalize.ts';
import type { Article } from '../article/types.ts';
import { type ParseOptions, parseWith } from '../parse-with.ts';
import { readText } from './text.ts';

function read(input: string | Uint8Array, options: ParseOptions = {}): Article {
  const result = parseWith(input, { mediaType: 'text/plain', ...options }, () => readText);
  if (!result.ok) throw new Error(result.error.message);
  expect(checkInvariants(result.article)).toEqual([]);
  return result.article;
}

/** The blocks of an article as lines, without metadata and diagnostics. */
function blocks(input: string): string[] {
  const { meta, ...article } = read(input);
  const bare = { ...meta, authors: [], tags: [], origin: {} };
  for (const field of ['title', 'byline', 'dateline', 'published', 'language'] as const) delete bare[field];
  return outline({ ...article, meta: bare, diagnostics: [] })
    .trimEnd()
    .split('\n');
}

describe('fixtures', () => {
  test.each(fixtures('text-'))('$slug', ({ slug, input, options }) => {
    const article = read(input, options);
    expect(article.source.mediaType).toBe('text/plain');
    expectGolden(article, slug, { sentences: true });
  });
});

test('the seed has a title, 24 paragraphs and 24 sentences, and loses no apostrophe', () => {
  const folder = new URL('../../../../seeds/', import.meta.url);
  const name = readdirSync(folder).find((file) => file.startsWith('000_'));
  const input = readFileSync(new URL(name ?? '', folder), 'utf8');
  const { blocks: rows, sentences, meta, text } = read(input);
  expect(meta.title).toBe(input.slice(0, input.indexOf('\n')));
  expect(rows.map(({ type }) => type)).toEqual(Array.from({ length: 24 }, () => 'paragraph'));
  expect(sentences).toHaveLength(24);
  expect(`${meta.title}\n\n${text}`).toBe(input.trimEnd());
});

describe('headline', () => {
  const body = 'The body has a sentence.';

  test('is the first line if it has no full stop and text follows', () => {
    expect(read(`A headline\n\n${body}`).meta).toMatchObject({ title: 'A headline', origin: { title: 'text' } });
    expect(read(`Who goes there?\n\n${body}`).meta.title).toBe('Who goes there?');
  });

  test.each(['A sentence is no headline.', 'Dear Ann,', 'They said:', '- one', '> quoted', 'Chapter 1', '1. First'])(
    'is not %j',
    (line) => {
      const article = read(`${line}\n\n${body}`);
      expect(article.meta.title).toBeUndefined();
      expect(article.blocks.length).toBeGreaterThan(1);
    },
  );

  test('is not the first of some short lines', () => {
    expect(read('milk\n\neggs\n\nflour').meta.title).toBeUndefined();
  });

  test('stays in the text as a heading where the caller knows another title', () => {
    const article = read(`Printed headline\n\n${body}`, { meta: { title: 'Known title' } });
    expect(article.meta.title).toBe('Known title');
    expect(article.text).toBe(`Printed headline\n\n${body}`);
    expect(article.blocks[0]).toMatchObject({ type: 'heading', depth: 1 });
  });

  test('leaves the text where the caller knows the same title', () => {
    expect(read(`PRINTED headline\n\n${body}`, { meta: { title: 'Printed Headline' } }).text).toBe(body);
  });
});

describe('byline', () => {
  test.each([
    ['By Ann Lee', ['Ann Lee']],
    ['BY ANN LEE AND BO EK', ['ANN LEE AND BO EK']],
    ['By Ann van der Lee, Bo Ek and J. R. Ode', ['Ann van der Lee', 'Bo Ek', 'J. R. Ode']],
    ['By Ann Lee | Reuters', ['Ann Lee']],
    ['Von Ida Lenz und Max Roth', ['Ida Lenz', 'Max Roth']],
    ['Автор: Анна Ли', ['Анна Ли']],
  ])('%j names %j', (line, names) => {
    const { meta, text } = read(`A headline\n\n${line}\n\nText follows here.`);
    expect(meta.byline).toBe(line);
    expect(meta.authors.map(({ name }) => name)).toEqual(names);
    expect(text).toBe('Text follows here.');
  });

  test.each(['By noon the rain had stopped', 'By Friday, nobody knew where the ferry was:', 'Bye Ann'])(
    'is not %j',
    (line) => {
      const { meta, text } = read(`A headline\n\n${line}\n\nText follows here.`);
      expect(meta.byline).toBeUndefined();
      expect(text).toContain(line);
    },
  );
});

describe('dateline', () => {
  test.each([
    ['MOSCOW (Reuters) - The ministry', 'MOSCOW (Reuters)'],
    ['NEW YORK, June 5 (AP) — A train', 'NEW YORK, June 5 (AP)'],
    ['ST. PAUL, Minn. – Snow', 'ST. PAUL, Minn.'],
    ['Kyiv (AFP) -- The talks', 'Kyiv (AFP)'],
    ['БЕРЛИН — Министр', 'БЕРЛИН'],
  ])('%j', (start, dateline) => {
    const { meta, text } = read(`A headline\n\n${start} was late.`);
    expect(meta.dateline).toBe(dateline);
    expect(text).toBe(`${start} was late.`);
  });

  test.each([
    'The ferry - old and slow - was late.',
    'NASA - the agency - was late.',
    'THEY LEFT. - Nobody',
    'It (once) - Was',
  ])('is not in %j', (start) => {
    expect(read(`A headline\n\n${start} It was so.`).meta.dateline).toBeUndefined();
  });
});

describe('mail header', () => {
  test('keeps as text what metadata has no field for, and a date that is none', () => {
    const { meta, text } = read('From: bo@post.example (Bo Ek)\nDate: soon\nX-Face: none\n\nHello.');
    expect(meta.authors).toEqual([{ name: 'Bo Ek' }]);
    expect(meta.published).toBeUndefined();
    expect(text).toBe('Date: soon\nX-Face: none\n\nHello.');
  });

  test('keeps its other fields line by line, long ones and folded ones too', () => {
    const long = `Received: ${'from a host '.repeat(15)}`.trim();
    const { text } = read(`Subject: Lamps\nTo: The List\n${long}\n  and on\nX-Face: none\n\nHello there.`);
    expect(text).toBe(`To: The List\n${long} and on\nX-Face: none\n\nHello there.`);
  });

  test('is not one line with a colon', () => {
    expect(read('Note: the ferry is late.\n\nSubject: to change.').text).toContain('Note: the ferry');
  });
});

describe('layout', () => {
  test('keeps the lines of an address', () => {
    expect(blocks('Write to us.\n\nThe Office\nPier 1\nNordhavn')).toEqual([
      'paragraph: Write to us.',
      'paragraph: The Office⏎Pier 1⏎Nordhavn',
    ]);
  });

  test('reads paragraphs that only a short line separates', () => {
    const text = [
      'The ferry was late again on Monday, and those who waited for it on the quay',
      'had nothing to sit on. Some went home.',
      'On Tuesday it did not come at all, and the harbour office would not say why',
      'that was.',
    ].join('\n');
    expect(blocks(text)).toHaveLength(2);
  });

  test('keeps the hyphen of a word that a line end cuts', () => {
    const text =
      'The ferry was late again on Monday, and all who waited on the quay were self-\n' +
      'employed people with nowhere else to go, as the paper wrote on its third page\n' +
      'and again on the fourth.';
    expect(read(text).text).toContain('were self-employed people');
  });
});

describe('blocks', () => {
  test('heading under a chapter, capitals, a rule, a number', () => {
    const body = 'Here stands a sentence.';
    expect(
      blocks(`PART ONE\n\n${body}\n\nTHE SEA\n\n${body}\n\nThe land\n--------\n${body}\n\n1. The air\n\n${body}`),
    ).toEqual([
      'heading depth=2: PART ONE',
      `paragraph: ${body}`,
      'heading depth=2: THE SEA',
      `paragraph: ${body}`,
      'heading depth=2: The land',
      `paragraph: ${body}`,
      'heading depth=2: 1. The air',
      `paragraph: ${body}`,
    ]);
  });

  test.each(['* * *', '***', '---', '- - -', '⁂', '_____', '~ ~ ~'])('%j is a break', (line) => {
    expect(blocks(`One sentence.\n\n${line}\n\nAnother one.`)[1]).toBe('thematicBreak');
  });

  test('a footnote that the text does not refer to is text', () => {
    expect(blocks('A sentence stands here.[1]\n\n[1] A note.\n\n[2] Another.')).toEqual([
      'paragraph: A sentence stands here.[1]',
      'paragraph: [1] A note.',
      'paragraph: [2] Another.',
    ]);
  });

  test('keeps the columns of a table inside an item', () => {
    const text = '- One\n\n    a.txt    the first\n    b.txt    the second\n\n- Two';
    expect(blocks(text)).toContain('    code');
    expect(read(text).text).toContain('a.txt    the first\nb.txt    the second');
  });

  test('a hanging indent opens no paragraph', () => {
    expect(
      read('  (a) the ferry and\n      its crew;\n  (b) the quay.').blocks.filter(({ type }) => type === 'paragraph'),
    ).toHaveLength(2);
  });

  test('a year that opens a wrapped line of an item is text', () => {
    const text = [
      '- He was born on the island and lived there with his mother until the year of',
      '  1984. Then he left for the mainland, where nobody knew him and nobody cared',
      '  to. He lived in a room over a bakery.',
      '- He came back.',
    ];
    expect(blocks(text.join('\n')).filter((line) => line.includes('1984'))).toEqual([
      expect.stringContaining(
        'the year of 1984. Then he left for the mainland, where nobody knew him and nobody cared to.',
      ),
    ]);
  });
});

test('records that begin with numbers stay lines, however long they are', () => {
  const records = Array.from(
    { length: 12 },
    (_, i) =>
      `2026-11-28T16:${10 + i}:01Z INFO [worker-${i % 3}] request ${100 + i} GET /api/items/${i} 200 in ${i} ms`,
  );
  expect(read(records.join('\n')).text).toBe(records.join('\n'));
  const clients = records.map(
    (_, i) => `10.0.0.${i} - - [28/Nov/2026:16:${10 + i}:01 +0000] "GET /items HTTP/1.1" 200`,
  );
  expect(read(clients.join('\n')).text).toBe(clients.join('\n'));
});

test('a program is one block of code, with every space that it has', () => {
  const program = 'By Ann Lee\n\nif x:\n\tprint("a")\n\n\n- b\n';
  const article = read(program, { codeLanguage: ' python ' });
  expect(article.blocks).toMatchObject([{ type: 'code', lang: 'python' }]);
  expect(article.text).toBe(program.trimEnd());
  expect(read(program, { codeLanguage: '' }).blocks.length).toBeGreaterThan(1);
});

/** Lines that rules look at, in any order. */
const LINES = [
  [
    '',
    '',
    '',
    ' ',
    'Some words stand here.',
    'A line without a stop',
    'and it goes on',
    'ALL CAPITALS',
    '  indented a little',
  ],
  ['- item', '* item', '  - deeper', '      more', '1. first', '2. second', '3) third', '(a) letter', '\u2022 bullet'],
  [
    '> quoted',
    '>> twice',
    '>',
    '>no space',
    '* * *',
    '---',
    '=====',
    '```',
    '```js',
    '~~~',
    'a  |   b    |   c',
    'x = f(y);',
  ],
  [
    '[1] note',
    'text[1] here',
    '[*] star',
    'Chapter 1',
    '1. Heading',
    '1.1 Deeper',
    '1984. Year',
    'By Ann Lee',
    'PARIS (AP) - It is.',
  ],
  [
    '\u3000\u3000全角',
    '日本語です。',
    'שלום',
    'x'.repeat(150),
    'a long line that somebody wrapped at the usual column of his machine and',
  ],
].flat();
const document = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: arbitraryText }), {
    maxLength: 30,
  })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\n\n', '\u0085').map((end) => lines.join(end)));

/** Runs of letters; of East Asian text each letter, as no space stands where its lines are joined. */
function words(text: string): string[] {
  return text.normalize('NFC').match(/\p{sc=Han}|(?:(?!\p{sc=Han})\p{L})+/gu) ?? [];
}

/** Everything of an article that a reader may have put a word of the input into. */
function shown({ text, meta, blocks: rows }: Article): string {
  const languages = rows.map((row) => (row.type === 'code' ? (row.lang ?? '') : ''));
  return [text, meta.title, meta.byline, ...languages].join(' ');
}

test('loses no word: each is in the text or in the metadata', () => {
  fc.assert(
    fc.property(document, (input) => {
      const result = parseWith(input, { mediaType: 'text/plain' }, () => readText);
      const found = new Set(result.ok ? words(shown(result.article)) : []);
      const lost = words(cleanCharacters(input)).filter((word) => !found.has(word));
      expect(lost).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('whatever the text, the article holds every invariant', () => {
  fc.assert(
    fc.property(document, (input) => {
      const result = parseWith(input, { mediaType: 'text/plain' }, () => readText);
      expect(result.ok ? checkInvariants(result.article) : []).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
