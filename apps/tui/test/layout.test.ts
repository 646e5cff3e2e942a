import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseHtml } from '@lede/core';
import { describe, expect, test } from 'vitest';
import { Flow } from '../src/layout/flow.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');

/** The whole article as it stands on the screen, trailing spaces left out. */
function layOut(slug: string, columns: number): string {
  const parsed = parseHtml(readFileSync(path.join(FIXTURES, slug, 'article.html'), 'utf8'), { content: 'everything' });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const flow = new Flow(parsed.article, { columns, minutes: 3 });
  const rows = flow
    .linesFrom(flow.start(), Infinity)
    .map((line) => (' '.repeat(line.left) + line.segments.map((segment) => segment.text).join('')).trimEnd());
  return `${rows.join('\n')}\n`;
}

describe.each(['layout-blocks', 'layout-scripts'])('%s', (slug) => {
  test.each([32, 60, 80, 120])('stands as it stood at %i columns', (columns) => {
    const file = path.join(FIXTURES, slug, `${columns}.txt`);
    const actual = layOut(slug, columns);
    if (process.env['UPDATE'] === '1') writeFileSync(file, actual);
    if (!existsSync(file)) throw new Error(`${file} is missing; UPDATE=1 writes it`);
    expect(actual).toBe(readFileSync(file, 'utf8'));
  });
});
