import { expect, test } from 'vitest';
import { ArticleBuilder } from '../src/article/builder.ts';
import { outline } from './outline.ts';

test('an outline shows nesting, attributes, marks, breaks, atoms, code, metadata and diagnostics', () => {
  const builder = new ArticleBuilder();
  builder.open({ type: 'paragraph' });
  builder.text('He said ');
  builder.openMark({ type: 'strong' });
  builder.text('no');
  builder.openMark({ type: 'emphasis' });
  builder.text(' way');
  builder.closeMark();
  builder.closeMark();
  builder.text('.');
  builder.lineBreak();
  builder.text('Then\u00a0more.');
  builder.atom({ type: 'footnoteReference', target: '1' });
  builder.close();
  builder.open({ type: 'list', ordered: true, first: 3 });
  builder.open({ type: 'listItem' });
  builder.text('item');
  builder.close();
  builder.close();
  builder.open({ type: 'code' });
  builder.text('a\n  b');
  builder.close();
  builder.void({ type: 'thematicBreak' });
  builder.diagnose({ code: 'url-dropped', message: 'One link lost its URL.', block: 0 });
  const article = builder.finish(
    { title: 'A day', authors: [{ name: 'Ann Lee' }], tags: [], origin: { title: 'text', authors: 'text' } },
    { mediaType: 'text/plain', sha256: '0'.repeat(64), parser: 'lede/test' },
  );
  expect(outline(article).split('\n')).toEqual([
    'title "A day" (text)',
    'authors [{"name":"Ann Lee"}] (text)',
    '',
    'paragraph: He said ⟦strong no ⟦emphasis way⟧⟧.⏎Then\\u{a0}more.⟦footnoteReference target="1"⟧',
    'list ordered=true first=3',
    '  listItem',
    '    paragraph: item',
    'code',
    '  | a',
    '  |   b',
    'thematicBreak',
    '',
    '! url-dropped at 0: One link lost its URL.',
    '',
  ]);
});
