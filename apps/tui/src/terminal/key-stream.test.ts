import { PassThrough } from 'node:stream';
import type { ReadStream } from 'node:tty';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Report } from './input-filter.ts';
import { Inquiry } from './inquiry.ts';
import { KeyStream } from './key-stream.ts';
import { BACKGROUND, type Reply } from './traits.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A keyboard that is typed on by `send`, and what comes out as keys. */
function keyboard(inquiry: Inquiry): { send: (text: string) => void; keys: () => string } {
  // What the stream uses of a terminal.
  const terminal = new PassThrough() as unknown as ReadStream;
  const stream = new KeyStream(terminal);
  let typed = '';
  stream.on('data', (chunk) => (typed += String(chunk)));
  stream.isExpecting = () => inquiry.isOpen;
  stream.onReport = (report: Report) => {
    if (report.type === 'reply') inquiry.receive(report satisfies Reply);
  };
  return { send: (text) => void terminal.emit('data', text), keys: () => typed };
}

const REPLY = '\u001B]11;rgb:0000/0000/0000\u001B\\';

test('a reply that comes in pieces, however slowly, is never typed', async () => {
  for (let cut = 1; cut < REPLY.length; cut++) {
    const inquiry = new Inquiry([BACKGROUND]);
    const { send, keys } = keyboard(inquiry);
    inquiry.ask();
    send(`a${REPLY.slice(0, cut)}`);
    await vi.advanceTimersByTimeAsync(cut === 1 || cut === REPLY.length - 1 ? 100 : 900);
    send(`${REPLY.slice(cut)}b`);
    await vi.advanceTimersByTimeAsync(0);
    expect([cut, keys()]).toEqual([cut, 'ab']);
    expect(inquiry.traits).toEqual({ background: [0, 0, 0] });
  }
});

test('Esc is a key at once when no reply is expected, and soon when one is', async () => {
  const inquiry = new Inquiry([BACKGROUND]);
  const { send, keys } = keyboard(inquiry);
  inquiry.ask();
  send('\u001B');
  await vi.advanceTimersByTimeAsync(200);
  expect(keys()).toBe('\u001B');
  inquiry.receive({ type: 'reply', kind: 'csi', body: '?62c' });
  send('\u001B');
  await vi.advanceTimersByTimeAsync(20);
  expect(keys()).toBe('\u001B\u001B');
});

test('a terminal that does not answer is waited for only so long', async () => {
  const inquiry = new Inquiry([BACKGROUND]);
  inquiry.ask();
  expect(inquiry.isOpen).toBe(true);
  await vi.advanceTimersByTimeAsync(1001);
  expect(inquiry.isOpen).toBe(false);
  await inquiry.done;
  inquiry.receive({ type: 'reply', kind: 'osc', body: '11;rgb:ff/ff/ff' });
  expect(inquiry.traits).toEqual({});
});

test('where there is nothing to ask, nothing is waited for', async () => {
  const inquiry = new Inquiry([]);
  expect(inquiry.ask()).toBe('');
  expect(inquiry.isOpen).toBe(false);
  await inquiry.done;
});
