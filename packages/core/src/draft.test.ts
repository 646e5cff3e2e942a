import { expect, test } from 'vitest';
import { fixtures } from '../test/golden.ts';
import { finishDraft } from './article/finish-draft.ts';
import type { Draft } from './article/types.ts';
import { draft, parse } from './parse.ts';
import type { ParseOptions } from './parse-with.ts';

function draftOf(input: string | Uint8Array, options: ParseOptions = { mediaType: 'text/plain' }): Draft {
  const result = draft(input, options);
  if (!result.ok) throw new Error(result.error.message);
  return result.draft;
}

test.each(fixtures('').map((fixture) => [fixture.slug, fixture] as const))(
  '%s: a finished draft is what parse gives',
  (_, fixture) => {
    const read = draft(fixture.input, fixture.options);
    const finished = read.ok ? { ok: true, article: finishDraft(read.draft) } : read;
    expect(JSON.stringify(finished)).toBe(JSON.stringify(parse(fixture.input, fixture.options)));
  },
);

test('shows the text before anything was asked for, and finishing it changes nothing that shows', () => {
  const read = draftOf('A heading\n\nOne sentence. Another one.');
  const { text, marks, blocks } = read;
  const article = finishDraft(read);
  expect(article).toBe(read);
  expect([article.text, article.marks, article.blocks]).toEqual([text, marks, blocks]);
  expect(finishDraft(read).blocks.map(({ id }) => id)).toEqual(article.blocks.map(({ id }) => id));
});

test('what is found when first asked for can be written, copied and serialised as plain data', () => {
  const sentences = [{ start: 0, end: 3, block: 0 }];
  const written = draftOf('One. Two.');
  written.sentences = sentences;
  expect(written.sentences).toBe(sentences);
  const read = draftOf('One. Two.');
  expect(Object.keys(read)).toContain('sentences');
  expect(structuredClone(draftOf('One. Two.')).sentences).toHaveLength(2);
  expect({ ...read }.sentences).toBe(read.sentences);
});

test('parse gives plain data', () => {
  const parsed = parse('One. Two.');
  if (!parsed.ok) throw new Error(parsed.error.message);
  const descriptors = [
    ...Object.values(Object.getOwnPropertyDescriptors(parsed.article)),
    ...Object.values(Object.getOwnPropertyDescriptors(parsed.article.source)),
  ];
  expect(descriptors.filter((property) => property.get !== undefined)).toEqual([]);
});

test('a draft fails as parse fails', () => {
  for (const input of ['', '\u0000\u0001\u0002\u0003\u0004']) expect(draft(input)).toEqual(parse(input));
});

test('gives up the buffer of large bytes only where it may, and hashes them all the same', () => {
  const bytes = new TextEncoder().encode('A line of text.\n\n'.repeat(100_000));
  const { sha256 } = draftOf(bytes).source;
  expect(bytes.length).toBeGreaterThan(0);
  const given = draftOf(bytes, { mediaType: 'text/plain', transfer: true });
  expect(given.source.sha256).toBe(sha256);
  if ('transfer' in ArrayBuffer.prototype) expect(bytes.length).toBe(0);
});
