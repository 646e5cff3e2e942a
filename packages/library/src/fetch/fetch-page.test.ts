import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parse } from '@lede/core';
import { serve } from '../../test/loopback.ts';
import { fetchPage, type FetchResult } from './fetch-page.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PAGE = '<!doctype html><title>River</title><p>It rises in the mountains.</p>';

/** Fetches the one page of a server that answers like this. */
async function fetchFrom(
  answer: (response: ServerResponse) => void,
  options: Parameters<typeof fetchPage>[1] = {},
): Promise<FetchResult> {
  const { origin } = await serve((_, response) => answer(response));
  return fetchPage(`${origin}/river`, options);
}

function textOf(result: FetchResult): string | undefined {
  return result.ok ? Buffer.from(result.page.bytes).toString() : undefined;
}

function codeOf(result: FetchResult): string | undefined {
  return result.ok ? undefined : result.error.code;
}

test('a page comes with its bytes, URL and media type, as the core takes it', async () => {
  const { origin, requests } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html;charset="windows-1251"' });
    response.end(Buffer.from([0x3c, 0x70, 0x3e, 0xd0, 0xe5, 0xea, 0xe0])); // <p>Река
  });
  const result = await fetchPage(`${origin}/river#source`);
  expect(result).toMatchObject({ ok: true, page: { url: `${origin}/river`, redirects: [] } });
  const parsed = result.ok ? parse(result.page.bytes, result.page) : undefined;
  expect(parsed?.ok && [parsed.article.text, parsed.article.source.url]).toEqual(['Река', `${origin}/river`]);
  expect(requests[0]?.headers).toMatchObject({
    'user-agent': expect.stringContaining('Lede/'),
    accept: expect.stringMatching(/^text\/html,/),
  });
});

test.each([
  ['gzip', gzipSync(PAGE)],
  ['br', brotliCompressSync(PAGE)],
  ['deflate', deflateSync(PAGE)],
  ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
  ['identity', Buffer.from(PAGE)],
  ['gzip', gzipSync(PAGE).subarray(0, -8)], // ends too early, as some servers do
])('an answer compressed by %s is decompressed', async (encoding, body) => {
  const result = await fetchFrom((response) => {
    response.writeHead(200, { ...HTML, 'content-encoding': encoding }).end(body);
  });
  expect(textOf(result)).toBe(PAGE);
});

test.each([
  ['by what nobody knows', 'lzw'],
  ['by what only looks like a method', 'constructor'],
  ['again and again', 'gzip, gzip, gzip, gzip'],
  ['badly', 'gzip'],
])('an answer compressed %s is a network failure', async (_, encoding) => {
  const result = await fetchFrom((response) => {
    response.writeHead(200, { ...HTML, 'content-encoding': encoding }).end('no such thing');
  });
  expect(codeOf(result)).toBe('network');
});

test('redirects are followed and told of, relative ones too, without passwords', async () => {
  const { origin, requests } = await serve((request, response) => {
    if (request.url === '/river') response.writeHead(200, HTML).end(PAGE);
    else response.writeHead(301, { location: request.url === '/r' ? 'river' : '/r' }).end('moved');
  });
  const withUser = origin.replace('//', '//ann:secret@');
  expect(await fetchPage(`${withUser}/old`)).toMatchObject({
    ok: true,
    page: {
      url: `${origin}/river`,
      redirects: [
        { from: `${origin}/old`, to: `${origin}/r`, status: 301 },
        { from: `${origin}/r`, to: `${origin}/river`, status: 301 },
      ],
    },
  });
  expect(requests.map(({ headers }) => headers.authorization !== undefined)).toEqual([true, true, true]);
});

test('redirects in a circle, and without end, are a redirect-loop', async () => {
  const circle = await serve((request, response) => {
    response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end();
  });
  expect(codeOf(await fetchPage(`${circle.origin}/a`))).toBe('redirect-loop');
  expect(circle.requests).toHaveLength(2);

  const endless = await serve((request, response) => {
    response.writeHead(307, { location: `${request.url}x` }).end();
  });
  expect(codeOf(await fetchPage(`${endless.origin}/`, { maxRedirects: 3 }))).toBe('redirect-loop');
  expect(endless.requests).toHaveLength(4);
});

test.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'javascript:alert(1)', 'http://'])(
  'a redirect to %s is a bad-url',
  async (location) => expect(codeOf(await fetchFrom((r) => r.writeHead(302, { location }).end()))).toBe('bad-url'),
);

test.each(['', 'river.html', '/river', 'file:///river.html', 'https://', 'data:text/html,x'])(
  '%j is a bad-url',
  async (url) => expect(codeOf(await fetchPage(url))).toBe('bad-url'),
);

test.each([404, 500, 999, 302, 304])('status %i without a page is told with its number', async (status) => {
  const result = await fetchFrom((response) => response.writeHead(status, HTML).end());
  expect(result).toMatchObject({ ok: false, error: { code: 'http-status', status } });
});

test('a page of another kind is told with its kind', async () => {
  const result = await fetchFrom((response) =>
    response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
  );
  expect(result).toMatchObject({ error: { code: 'media-type', message: expect.stringContaining('application/pdf') } });
});

test('a page longer than the limit is too large, just as long is not', async () => {
  const answer = (response: ServerResponse): void => void response.writeHead(200, HTML).end('x'.repeat(1000));
  expect(codeOf(await fetchFrom(answer, { maxBytes: 999 }))).toBe('too-large');
  expect(textOf(await fetchFrom(answer, { maxBytes: 1000 }))).toHaveLength(1000);
});

test('the limit holds for what compressed bytes become, however few they are', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  expect(bomb.length).toBeLessThan(50_000);
  const result = await fetchFrom(
    (response) => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(bomb),
    { maxBytes: 100_000 },
  );
  expect(codeOf(result)).toBe('too-large');
});

test('an endless page is left as soon as it is too large', async () => {
  let closed: Promise<unknown> | undefined;
  const result = await fetchFrom(
    (response) => {
      closed = once(response, 'close');
      response.writeHead(200, HTML);
      const pour = (): void => {
        while (response.write('x'.repeat(10_000)));
      };
      response.on('drain', pour);
      pour();
    },
    { maxBytes: 1_000_000 },
  );
  expect(codeOf(result)).toBe('too-large');
  await closed;
});

test('the time limit holds for a server that never answers, and one that never ends', async () => {
  expect(codeOf(await fetchFrom(() => undefined, { timeout: 30 }))).toBe('timeout');
  const stalled = await fetchFrom((response) => void response.writeHead(200, HTML).write('x'), { timeout: 60 });
  expect(codeOf(stalled)).toBe('timeout');
});

test('the caller can give up, before it begins too', async () => {
  const controller = new AbortController();
  expect(codeOf(await fetchFrom(() => controller.abort(), { signal: controller.signal }))).toBe('aborted');
  expect(codeOf(await fetchFrom(() => undefined, { signal: AbortSignal.abort() }))).toBe('aborted');
});

test('a connection that breaks, or is refused, is a network failure', async () => {
  const broken = await fetchFrom((response) => {
    response.writeHead(200, { ...HTML, 'content-length': '1000' });
    response.write('x', () => response.destroy());
  });
  expect(codeOf(broken)).toBe('network');
  const { origin } = await serve((_, response) => response.end());
  const port = Number(new URL(origin).port);
  expect(codeOf(await fetchPage(`https://127.0.0.1:${port}/`))).toBe('network'); // it speaks no TLS
});

test('a host without an address is told of, by whoever looks it up', async () => {
  const missing = Object.assign(new Error('getaddrinfo ENOTFOUND river.example'), {
    code: 'ENOTFOUND',
    hostname: 'river.example',
  });
  const fetch = (): Promise<never> => Promise.reject(new TypeError('fetch failed', { cause: missing }));
  const result = await fetchPage('https://river.example/', { fetch });
  expect(result).toMatchObject({ error: { code: 'dns', message: 'The host has no address: river.example' } });
});

test('private addresses can be refused: in the URL, by name, and after a redirect', async () => {
  const { origin, requests } = await serve((_, response) => response.writeHead(200, HTML).end(PAGE));
  const refuse = { refusePrivateAddresses: true };
  const { port } = new URL(origin);
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost']) {
    expect(codeOf(await fetchPage(`http://${host}:${port}/`, refuse)), host).toBe('private-address');
  }
  const fetch = (): Promise<Response> => Promise.resolve(Response.redirect(`${origin}/`, 302));
  expect(codeOf(await fetchPage('https://river.example/', { ...refuse, fetch }))).toBe('private-address');
  expect(requests).toEqual([]);
});

test('another fetch may stand in for ours: the global one does', async () => {
  const { origin } = await serve((request, response) => {
    if (request.url === '/river') response.writeHead(200, HTML).end(PAGE);
    else response.writeHead(302, { location: '/river' }).end();
  });
  const result = await fetchPage(`${origin}/`, { fetch: globalThis.fetch });
  expect([textOf(result), result.ok && result.page.redirects.length]).toEqual([PAGE, 1]);
});
