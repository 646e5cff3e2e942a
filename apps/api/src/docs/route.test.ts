import { expect, test } from 'vitest';
import { startApi } from '../../test/api.ts';

test('the page loads nothing but files of this server, and runs no inline script', async () => {
  const api = await startApi();
  const page = await api.call('/docs');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.text).not.toMatch(/<script(?! src="docs\/)|https?:/);
  const links = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(links).toContain('docs/swagger-ui-bundle.js');
  for (const link of links) {
    const file = await api.call(`/${link}`);
    expect([link, file.status]).toEqual([link, 200]);
  }
});

test('the root and the path with a slash lead to the page', async () => {
  const api = await startApi();
  for (const target of ['/', '/docs/']) {
    const answer = await api.call(target);
    expect([302, 308]).toContain(answer.status);
    expect(new URL(answer.headers.get('location') ?? '', api.url + target).pathname).toBe('/docs');
  }
});

test('nothing else of the package or the disk is served', async () => {
  const api = await startApi();
  for (const file of ['package.json', 'index.html', 'swagger-ui.js', '..%2fpackage.json', '%2e%2e/package.json']) {
    expect((await api.call(`/docs/${file}`)).status).toBe(404);
  }
});

test('the document is tagged, and sent once', async () => {
  const api = await startApi();
  const first = await api.call('/openapi.json');
  // Node's fetch would ask to go past caches, were it not told otherwise.
  const headers = { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
  const again = await api.call('/openapi.json', { headers });
  expect([first.status, again.status, again.text]).toEqual([200, 304, '']);
});

test('HEAD says what GET would', async () => {
  const api = await startApi();
  const get = await api.call('/openapi.json');
  const head = await api.call('/openapi.json', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(get.text)));
});
