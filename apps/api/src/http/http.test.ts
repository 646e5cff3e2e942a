import { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';
import { expect, test } from 'vitest';
import { startApi } from '../../test/api.ts';

/** A log to look into. */
function memoryLog(): { logger: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)) as Record<string, unknown>); // pino writes one object a line
      done();
    },
  });
  return { logger: pino({ level: 'trace' }, sink), lines };
}

test('a sane request id is kept, any other replaced, and the problem names it', async () => {
  const api = await startApi();
  const kept = await api.call('/nowhere', { headers: { 'x-request-id': 'job-7.a_b~c' } });
  expect(kept.headers.get('x-request-id')).toBe('job-7.a_b~c');
  expect(kept.json['instance']).toBe('urn:lede:request:job-7.a_b~c');
  for (const bad of ['a b', 'x'.repeat(129), 'a/b', '"']) {
    const answer = await api.call('/livez', { headers: { 'x-request-id': bad } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  }
});

test('one line a request is logged, without body, query or headers', async () => {
  const { logger, lines } = memoryLog();
  const api = await startApi({ logger });
  await api.post('/v1/parse?title=Classified', 'text/plain', 'Classified text.', { authorization: 'Classified' });
  await api.post('/v1/parse', 'text/plain', '');
  await api.call('/livez');
  expect(lines.map((line) => [line['level'], line['code']])).toEqual([
    [30, undefined],
    [40, 'input-empty'],
    [20, undefined],
  ]);
  expect(lines[0]).toMatchObject({ req: { method: 'POST', path: '/v1/parse' }, res: { status: 200 } });
  expect(JSON.stringify(lines)).not.toContain('Classified');
});

test('answers forbid a browser to run, sniff or frame them', async () => {
  const api = await startApi();
  const answer = await api.post('/v1/parse', 'text/html', '<p>Hi.', { accept: 'text/html' });
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('x-powered-by')).toBeNull();
});

test('pages of other origins are let in only where they are named', async () => {
  const origin = 'https://app.example';
  const closed = await startApi();
  expect((await closed.call('/livez', { headers: { origin } })).headers.get('access-control-allow-origin')).toBeNull();

  const api = await startApi({ corsOrigins: [origin] });
  const named = await api.call('/livez', { headers: { origin } });
  expect(named.headers.get('access-control-allow-origin')).toBe(origin);
  expect(named.headers.get('vary')).toContain('Origin');
  const other = await api.call('/livez', { headers: { origin: 'https://evil.example' } });
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
});

test('a preflight is answered before anything else looks at it', async () => {
  const api = await startApi({ corsOrigins: ['*'], rateLimit: 1 });
  const headers = { origin: 'https://a.example', 'access-control-request-method': 'POST' };
  for (let i = 0; i < 3; i++) {
    const answer = await api.call('/v1/parse', { method: 'OPTIONS', headers });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(answer.headers.get('access-control-allow-headers')).toContain('Content-Type');
  }
});

test('more requests than the limit are refused, but never the probes', async () => {
  const api = await startApi({ rateLimit: 2 });
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await api.post('/v1/parse', 'text/plain', 'Hi.')).status);
  expect(statuses).toEqual([200, 200, 429]);
  const refused = await api.post('/v1/parse', 'text/plain', 'Hi.');
  expect(refused.json.code).toBe('rate-limited');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await api.call('/livez')).status).toBe(200);
});

test('a trusted proxy’s word decides whose limit it is; anybody else’s does not', async () => {
  for (const [trustProxy, expected] of [
    [1, 200],
    [false, 429],
  ] as const) {
    const api = await startApi({ rateLimit: 1, trustProxy });
    await api.post('/v1/parse', 'text/plain', 'Hi.', { 'x-forwarded-for': '203.0.113.1' });
    const second = await api.post('/v1/parse', 'text/plain', 'Hi.', { 'x-forwarded-for': '203.0.113.2' });
    expect(second.status).toBe(expected);
  }
});
