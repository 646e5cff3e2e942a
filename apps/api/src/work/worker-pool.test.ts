import { expect, onTestFinished, test, vi } from 'vitest';
import type { Job } from './job.ts';
import { runJob } from './run-job.ts';
import { type PoolOptions, WorkerPool } from './worker-pool.ts';

// Starting a process or a thread takes seconds where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const never = new AbortController().signal;

/** A pool of one thread that does even the smallest job there. */
function onePool(options: Partial<PoolOptions> = {}): WorkerPool {
  const pool = new WorkerPool({ size: 1, inlineBytes: 0, ...options });
  onTestFinished(() => pool.close());
  return pool;
}

/** A job of its own each time: its bytes move to the thread. */
function parseJob(text: string): Job {
  const bytes = new TextEncoder().encode(text);
  return { kind: 'parse', bytes, contentType: 'text/plain', search: '', format: 'application/json' };
}

test('a thread’s answer is the one this thread would give', async () => {
  const pool = onePool();
  for (const text of ['A Title\n\nSome text.', '']) {
    expect(await pool.run(parseJob(text), never)).toEqual(runJob(parseJob(text)));
  }
});

test('jobs wait for their turn, up to the bound; the next is told to come again', async () => {
  const pool = onePool({ maxQueue: 1 });
  const answers = await Promise.all(['One.', 'Two.', 'Three.'].map((text) => pool.run(parseJob(text), never)));
  expect(answers).toMatchObject([{ ok: true }, { ok: true }, { ok: false, failure: { code: 'busy' } }]);
});

test('a waiting job whose client has gone makes room', async () => {
  const pool = onePool({ maxQueue: 1 });
  const gone = new AbortController();
  const running = pool.run(parseJob('One.'), never);
  const dropped = pool.run(parseJob('Two.'), gone.signal);
  gone.abort();
  const waiting = pool.run(parseJob('Three.'), never);
  expect(await Promise.all([running, dropped, waiting])).toMatchObject([{ ok: true }, { ok: false }, { ok: true }]);
});

test('a job that takes too long is ended, and the next one has a new thread', async () => {
  const pool = onePool({ timeoutMs: 1 });
  const slow = pool.run(parseJob('Some text. '.repeat(100_000)), never);
  expect(await slow).toMatchObject({ ok: false, failure: { code: 'input-too-complex' } });
  const patient = onePool();
  expect(await patient.run(parseJob('One.'), never)).toMatchObject({ ok: true });
});

// The engine tries hard before it gives up: seconds, on a busy machine.
test('a job that needs too much memory ends its thread and nothing else', { timeout: 30_000 }, async () => {
  const pool = onePool({ maxHeapMb: 32 });
  expect(await pool.run(parseJob('a\n\n'.repeat(200_000)), never)).toMatchObject({
    ok: false,
    failure: { code: 'input-too-complex' },
  });
  expect(await pool.run(parseJob('One.'), never)).toMatchObject({ ok: true });
});

test('closing answers what waits and what runs', async () => {
  const pool = onePool();
  const jobs = ['One.', 'Two.'].map((text) => pool.run(parseJob(text.repeat(100_000)), never));
  await pool.close();
  for (const answer of await Promise.all(jobs)) expect(answer).toMatchObject({ failure: { code: 'shutting-down' } });
});

test('a small job starts no thread', async () => {
  const pool = new WorkerPool({ size: 0, inlineBytes: 100 });
  expect(await pool.run(parseJob('One.'), never)).toMatchObject({ ok: true });
});
