import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { startApi } from '../../test/api.ts';
import { ProblemSchema } from '../problem/problem.ts';
import { answerClientErrors } from './client-error.ts';

const isProblem = new Ajv2020({ strict: false, formats: { uri: true } }).compile(z.toJSONSchema(ProblemSchema));

/** All that comes back for some bytes, until the server closes. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

function bodyOf(answer: string): { code?: string } {
  return JSON.parse(answer.slice(answer.lastIndexOf('\r\n\r\n') + 4)) as { code?: string }; // checked against the schema
}

test.each([
  ['bytes that are no HTTP', '\u0016\u0003\u0001 hello\r\n\r\n', 400, 'http-malformed'],
  [
    'a length and chunks at once',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    400,
    'http-malformed',
  ],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}`, 431, 'headers-too-large'],
  [
    'a chunk that is none',
    'POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    400,
    'http-malformed',
  ],
])('%s: a problem, and the connection closed', async (_name, bytes, status, code) => {
  const api = await startApi();
  const answer = await raw(api.server.port, bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(isProblem(bodyOf(answer))).toBe(true);
  expect(bodyOf(answer).code).toBe(code);
});

test('rubbish after a good request does not take its answer away', async () => {
  const api = await startApi();
  const good = 'POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello';
  const answer = await raw(api.server.port, `${good}RUBBISH\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"schema":"lede\.article\/1"/);
});

/** A bare server whose requests stay open; the test says when they are late. */
async function stalled(): Promise<{ server: Server; port: number; connection: Promise<Socket> }> {
  const server = createServer(() => {});
  answerClientErrors(server, pino({ level: 'silent' }));
  const connection = new Promise<Socket>((resolve) => server.once('connection', resolve));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: (server.address() as AddressInfo).port, connection }; // it listens on a port
}

test('a request that does not come to its end is told so', async () => {
  const { server, port, connection } = await stalled();
  const answer = raw(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n');
  const socket = await connection;
  server.emit('clientError', Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
  expect(await answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});
