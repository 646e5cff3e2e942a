import type { Terminal } from './terminal.ts';

/**
 * Brings the reader to the start of the article, with nothing marked, once all keys before have been dealt with: a
 * count in the status row says so.
 */
export async function toTop(terminal: Terminal): Promise<void> {
  terminal.press('gg7');
  await terminal.until(({ rows }) => COUNT.test(rows.at(-1) ?? ''));
  terminal.press('\u001B');
  await terminal.until(({ rows }) => rows.at(-1) !== '' && !COUNT.test(rows.at(-1) ?? ''));
}

const COUNT = / 7 · /;
