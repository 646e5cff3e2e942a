import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parse } from '@lede/core';
import { afterAll, expect, test } from 'vitest';
import { corners } from '../../test/images.ts';
import { encodePng } from './encode/png.ts';
import { ImageSource } from './image-source.ts';
import { LocalImages } from './local-images.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lede-images-'));
const article = path.join(folder, 'notes', 'a b.md');
const png = encodePng(corners(40, 24));
writeFileSync(path.join(folder, 'cat 1.png'), png);
writeFileSync(path.join(folder, 'huge.png'), png);
truncateSync(path.join(folder, 'huge.png'), 40 * 1024 * 1024);
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['cat.png', 'notes/cat.png'],
  ['../cat%201.png?size=2#top', 'cat 1.png'],
  ['./x/../cat.png', 'notes/cat.png'],
])('finds %s beside the article', (reference, file) => {
  const local = new LocalImages(article);
  expect(local.fileOf(local.urlOf(reference) ?? '')).toBe(path.join(folder, file));
});

test.each(['https://example.org/a.png', '//server/share/a.png', 'file://server/a.png', 'javascript:1', 'a%2Fb.png'])(
  '%s is no file of this machine',
  (reference) => expect(new LocalImages(article).urlOf(reference)).toBeUndefined(),
);

test('an article from a file has its images, and stays valid', () => {
  const local = new LocalImages(article);
  const text = '![A cat](<../cat 1.png>)\n';
  const result = parse(text, { mediaType: 'text/markdown', imageUrl: local.urlOf });
  if (!result.ok) throw new Error(result.error.code);
  const [block] = result.article.blocks;
  if (block?.type !== 'image') throw new Error('no image');
  expect(block.alt).toBe('A cat');
  const source = new ImageSource({ local });
  expect(source.headerOf(block.url)).toEqual({ format: 'png', width: 40, height: 24 });
  // The same address leads nowhere from a page of the network.
  expect(new ImageSource({ page: 'https://example.org/' }).headerOf(block.url)).toBeUndefined();
});

test('embedded images are read, and images of the network only where it is allowed', async () => {
  const source = new ImageSource({});
  const { signal } = new AbortController();
  expect(source.headerOf(`data:image/png;base64,${png.toString('base64')}`)).toMatchObject({ width: 40 });
  const escaped = [...png].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  expect(source.headerOf(`data:image/png,${escaped}`)).toMatchObject({ width: 40 });
  expect(Buffer.from((await source.load(`data:image/png;base64,${png.toString('base64')}`, signal)) ?? '')).toEqual(
    png,
  );
  expect(source.mayFetch).toBe(false);
  expect(await source.load('http://127.0.0.1:9/a.png', signal)).toBeUndefined();
  expect(new ImageSource({ page: 'https://example.org/' }).mayFetch).toBe(true);
});

test.skipIf(process.platform === 'win32')('what would never end, or is too large, is not read', () => {
  const pipe = path.join(folder, 'pipe.png');
  execFileSync('/usr/bin/mkfifo', [pipe]);
  const local = new LocalImages(article);
  const source = new ImageSource({ local });
  for (const reference of ['../pipe.png', '/dev/zero', '../huge.png', '../notes', 'missing.png']) {
    expect(source.headerOf(local.urlOf(reference) ?? '')).toBeUndefined();
  }
});
