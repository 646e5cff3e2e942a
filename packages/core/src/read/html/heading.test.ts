import { expect, test } from 'vitest';
import { parse } from '../../parse.ts';

function textOf(html: string): string {
  const result = parse(html, { mediaType: 'text/html', content: 'everything' });
  return result.ok ? result.article.text : result.error.code;
}

test('the handle beside a heading is not part of it', () => {
  expect(textOf('<p>x<h2>Tides <a href="#tides">#</a></h2>')).toBe('x\n\nTides');
  expect(textOf('<p>x<h2><a href="#tides"><b>¶</b></a><span>Tides</span></h2>')).toBe('x\n\nTides');
});

test('the handle beside a term or a caption, where it is called one, is not part of it', () => {
  const handle = (name: string): string => `<a class="${name}" href="#tides">¶</a>`;
  expect(textOf(`<p>x<dl><dt>tides()${handle('headerlink')}</dt><dd>y</dd></dl>`)).not.toContain('¶');
  expect(textOf(`<p>See ${handle('note')} 4.</p>`)).toContain('¶');
});

test('a heading that is nothing but such a link stays', () => {
  expect(textOf('<p>x<h2><em><a href="#tides">#</a></em></h2>')).toBe('x\n\n#');
});
