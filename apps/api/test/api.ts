import { onTestFinished } from 'vitest';
import { openApiDocument } from '../src/openapi/document.ts';
import { type RunningServer, type ServerOptions, startServer } from '../src/serve/server.ts';
import { Contract } from './contract.ts';

const contract = new Contract(openApiDocument());

/** An answer, read whole. `json` is the body where its media type is JSON. */
interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // What a test looks into; the contract has checked its shape.
  json: Record<string, unknown> & { code?: string; errors?: Record<string, unknown>[]; text?: string };
}

export interface TestApi {
  url: string;
  server: RunningServer;
  /** Makes a request and fails the test where the answer is not what the OpenAPI document promises. */
  call(target: string, init?: RequestInit): Promise<Answer>;
  post(
    target: string,
    type: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

/** Starts a real server on a free port of this machine; it stops when the test ends. */
export async function startApi(options: ServerOptions = {}): Promise<TestApi> {
  const server = await startServer({ workers: 0, ...options, port: 0 });
  onTestFinished(async () => {
    await server.close();
  });
  const call = async (target: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(server.url + target, { redirect: 'manual', ...init });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : {};
    contract.check(init.method ?? 'GET', target, response, text);
    return { status: response.status, headers: response.headers, text, json };
  };
  return {
    url: server.url,
    server,
    call,
    post: (target, type, body, headers = {}) =>
      call(target, { method: 'POST', headers: { 'content-type': type, ...headers }, body }),
  };
}
