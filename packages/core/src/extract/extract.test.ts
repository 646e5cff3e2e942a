import { describe, expect, test } from 'vitest';
import { expectGolden, expectGoldenText, fixtures, WITHOUT_ARTICLE } from '../../test/golden.ts';
import { parse, type ParseResult } from '../index.ts';

function page(body: string, head = ''): ParseResult {
  return parse(`<!doctype html><html><head>${head}</head><body class="page">${body}</body></html>`, {
    mediaType: 'text/html',
    content: 'article',
  });
}

describe('fixtures', () => {
  test.each(fixtures('extract-').map((fixture) => [fixture.slug, fixture] as const))(
    '%s',
    (slug, { input, options }) => {
      const result = parse(input, options);
      if (!result.ok) throw new Error(result.error.message);
      expectGolden(result.article, slug);
    },
  );
});

describe('pages without an article', () => {
  test.each(fixtures(WITHOUT_ARTICLE).map((fixture) => [fixture.slug, fixture] as const))(
    '%s',
    (slug, { input, options }) => {
      const result = parse(input, options);
      if (result.ok) throw new Error(`an article was found: ${result.article.text}`);
      expectGoldenText(`${result.error.code}: ${result.error.message}\n`, slug);
    },
  );

  test.each([
    ['an empty shell', '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'],
    ['only images', '<div class="wrap"><img src="/a.png"><img src="/b.png"></div>'],
  ])('%s is told apart', (_, body) => {
    const result = page(body);
    expect(result.ok ? result.article.text : result.error.code).toBe('no-article-found');
  });

  test('a form to log in beside an article takes nothing from it', () => {
    const story = 'The ferry left at six with nobody on board but the mate and a crate of oranges for the school. ';
    const result = page(
      `<form class="login"><input type="password"><button>Log in</button></form><article class="post"><h1>The ferry</h1><p>${story.repeat(3)}</p></article>`,
    );
    expect(result.ok && result.article.text).toContain(story.trim());
  });
});

test('everything keeps what the search for the article leaves out', () => {
  const html =
    '<!doctype html><body class="a"><nav class="menu"><a href="/x">Menu entry</a></nav><p>One sentence that is read.</p></body>';
  const result = parse(html, { mediaType: 'text/html', content: 'everything' });
  expect(result.ok && result.article.text).toContain('Menu entry');
});

test('a clean document is kept whole', () => {
  const result = parse('<!doctype html><title>T</title><h2>Login</h2><p>Share</p><p>© 2026</p>', {
    mediaType: 'text/html',
  });
  expect(result.ok && result.article.text).toBe('Login\n\nShare\n\n© 2026');
});

test('a frame is told of where the page itself shows nothing', () => {
  const result = page('<div class="x"><p class="y">Menu</p><iframe src="https://example.org/inner"></iframe></div>');
  const codes = result.ok ? result.article.diagnostics.map(({ code }) => code) : [];
  expect(result.ok ? codes : ['content-in-frame']).toContain('content-in-frame');
});
