import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { Contract } from '../test/contract.ts';
import { type AppOptions, createApp } from './app.ts';
import { openApiDocument } from './openapi/document.ts';
import { failed } from './problem/problem.ts';

const contract = new Contract(openApiDocument());
const TEXT = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'Some text.' };

async function serve(app: RequestListener): Promise<string> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
}

/** The problem that a request to the app is answered with, checked against the document. */
async function problemFrom(options: AppOptions, target: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch((await serve(createApp(options))) + target, init);
  const text = await response.text();
  contract.check(init.method ?? 'GET', target, response, text);
  return { retryAfter: response.headers.get('retry-after'), ...JSON.parse(text) };
}

test('the app works under a path of another app', async () => {
  const outer = express();
  outer.use('/articles', createApp());
  const url = await serve(outer);
  const answer = await fetch(`${url}/articles/v1/parse?title=Given`, TEXT);
  expect(await answer.json()).toMatchObject({ meta: { title: 'Given' }, text: 'Some text.' });
  const root = await fetch(`${url}/articles/`);
  expect(root.url).toBe(`${url}/articles/docs`);
});

test('a server that is about to stop says so to those who ask', async () => {
  const problem = await problemFrom({ readiness: { ready: false } }, '/readyz');
  expect(problem).toMatchObject({ status: 503, code: 'shutting-down', retryAfter: '5' });
});

test('a runner that is busy is passed on with the time to come again', async () => {
  const runner = { run: () => Promise.resolve(failed('busy')), close: () => Promise.resolve() };
  expect(await problemFrom({ runner }, '/v1/parse', TEXT)).toMatchObject({
    status: 503,
    code: 'busy',
    retryAfter: '1',
  });
});

test('a fault of ours is a problem without its inside', async () => {
  const runner = { run: () => Promise.reject(new Error('secret')), close: () => Promise.resolve() };
  const problem = await problemFrom({ runner }, '/v1/parse', TEXT);
  expect(problem).toMatchObject({ status: 500, code: 'internal' });
  expect(JSON.stringify(problem)).not.toContain('secret');
});
