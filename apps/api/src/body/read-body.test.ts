import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startApi } from '../../test/api.ts';

const LIMIT = 100_000;

/** Sends bytes as they are and gives back all that comes until the server closes. */
async function raw(port: number, ...parts: (string | Uint8Array)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  for (const part of parts) socket.write(part);
  return text(socket);
}

test('a body of the limit is read, one byte more is not', async () => {
  const api = await startApi({ maxBody: LIMIT });
  const fits = await api.post('/v1/parse', 'text/plain', 'a'.repeat(LIMIT));
  const not = await api.post('/v1/parse', 'text/plain', 'a'.repeat(LIMIT + 1));
  expect([fits.status, not.status, not.json.code]).toEqual([200, 413, 'body-too-large']);
});

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
] as const)('a %s bomb is stopped at the limit', async (encoding, compress) => {
  const api = await startApi({ maxBody: LIMIT });
  const bomb = new Uint8Array(compress(new Uint8Array(50_000_000)));
  expect(bomb.length).toBeLessThan(LIMIT);
  const answer = await api.post('/v1/parse', 'text/plain', bomb, { 'content-encoding': encoding });
  expect(answer.json.code).toBe('body-too-large');
});

test('a stream that inflates to nothing is stopped at the limit too', async () => {
  const api = await startApi({ maxBody: 1000 });
  const nothing = gzipSync('');
  const body = new Uint8Array(Buffer.concat(Array.from({ length: 100 }, () => nothing)));
  const answer = await api.post('/v1/parse', 'text/plain', body, { 'content-encoding': 'gzip' });
  expect(answer.json.code).toBe('body-too-large');
});

test('what is not in its encoding, and an encoding that is none of ours, are told apart', async () => {
  const api = await startApi();
  const cut = new Uint8Array(gzipSync('a'.repeat(1000)).subarray(0, 20));
  const codes = [];
  for (const [encoding, body] of [
    ['gzip', 'no gzip'],
    ['gzip', cut],
    ['compress', 'x'],
    ['gzip, gzip', 'x'],
    ['toString', 'x'],
  ] as const) {
    const answer = await api.post('/v1/parse', 'text/plain', body, { 'content-encoding': encoding });
    codes.push(answer.json.code);
    const accepted = answer.json.code === 'encoding-unsupported' ? 'gzip, deflate, br, zstd' : null;
    expect(answer.headers.get('accept-encoding')).toBe(accepted);
  }
  expect(codes).toEqual([
    'body-encoding-invalid',
    'body-encoding-invalid',
    'encoding-unsupported',
    'encoding-unsupported',
    'encoding-unsupported',
  ]);
});

test('a client that waits for 100 Continue hears of a length that is too large instead', async () => {
  const api = await startApi({ maxBody: LIMIT });
  const head =
    'POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nExpect: 100-continue\r\nConnection: close\r\n';
  const socket = connect(api.server.port, '127.0.0.1');
  socket.write(`${head}Content-Length: ${LIMIT + 1}\r\n\r\n`);
  const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);

  const fits = await raw(api.server.port, `${head}Content-Length: 5\r\n\r\nhello`);
  expect(fits).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
});

test('the answer reaches a client that goes on sending what was refused', async () => {
  const api = await startApi({ maxBody: LIMIT });
  const size = 20_000_000;
  const answer = await api.post('/v1/parse', 'text/plain', new Uint8Array(size).fill(97));
  expect(answer.json.code).toBe('body-too-large');
  expect(answer.headers.get('connection')).toBe('close');
  const elsewhere = await api.call('/nowhere', { method: 'POST', body: new Uint8Array(size) });
  expect(elsewhere.json.code).toBe('not-found');
});

test('more bodies than memory is meant for are asked to come again', async () => {
  const api = await startApi({ maxBody: 1000 });
  const head = 'POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n';
  // Sixteen bodies fit; these hold all but their last byte.
  const sockets = await Promise.all(
    Array.from(
      { length: 17 },
      () =>
        new Promise<ReturnType<typeof connect>>((resolve) => {
          const socket = connect(api.server.port, '127.0.0.1', () => {
            socket.write(head + 'a'.repeat(999), () => resolve(socket));
          });
        }),
    ),
  );
  const refused = await Promise.race(
    sockets.map((socket) => new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))))),
  );
  expect(refused).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: 1[\s\S]*"code":"busy"/i);
  for (const socket of sockets) socket.destroy();
});
