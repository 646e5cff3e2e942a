import { describe, expect, test } from 'vitest';
import { expectGolden, fixtures } from '../../test/golden.ts';
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
  test.each([
    ['an empty shell', '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'],
    ['only images', '<div class="wrap"><img src="/a.png"><img src="/b.png"></div>'],
  ])('%s is told apart', (_, body) => {
    const result = page(body);
    expect(result.ok ? result.article.text : result.error.code).toBe('no-article-found');
  });

  test('a login form is doubtful at best', () => {
    const result = page(
      '<div class="login-box"><h1>Log in</h1><form><label>E-mail</label><input type="email"><label>Password</label><input type="password"><button>Log in</button></form><p><a href="/reset">Forgot your password?</a></p></div>',
    );
    const verdict = result.ok ? result.article.diagnostics.map(({ code }) => code) : [result.error.code];
    expect(['no-article-found', 'low-confidence']).toContain(verdict[0]);
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
