/**
 * How fast the reader is, in a pseudo-terminal: `npm run bench:reader`. Times are ratios to `node -e 0` where
 * they hold a start of Node, so that machines can be compared; variants take turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildOnce } from '../test/build-once.ts';
import { writeLines, writeText } from './articles.ts';
import { measurePeers } from './peers.ts';
import { LEDE, median, quantile, TimedProgram } from './pty.ts';

/** Formats whose parsers are larger than that of plain text. */
const OTHER_FORMATS = [
  ['Markdown', fileURLToPath(new URL('../../../README.md', import.meta.url))],
  ['a web page', fileURLToPath(new URL('../test/fixtures/articles/tides.html', import.meta.url))],
] as const;
const SIZE = { columns: 120, rows: 50 };
/** Fewer leave a tenth of chance in the ratio. */
const STARTS = 41;
const KEYS = 120;
/** The status row is the end of the first frame; the cursor then goes home. */
const FIRST_FRAME = /\d+%.*\u001B\[H/s;
const QUIET_MS = 300;

interface Row {
  what: string;
  measured: string;
  must: string;
}

const rows: Row[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'lede-bench-'));
try {
  buildOnce();
  const ordinary = writeText(folder, 'ordinary', 12_000);
  await starts(ordinary);
  await keys('ten lines', writeLines(folder, 'ten', 10), ')', '(');
  await keys('1,000,000 lines', writeLines(folder, 'million', 500_000), 'j', 'k');
  await search(writeText(folder, 'ten-megabytes', 10_000_000));
  await memory('ordinary article', ordinary, '110 MB');
  await memory('50 MB of text', writeText(folder, 'fifty-megabytes', 50_000_000), '250 MB');
  await memory('50 MB of text, wrapped', writeText(folder, 'fifty-megabytes-wrapped', 50_000_000, true), '250 MB');
  await others(ordinary);
  print();
} finally {
  rmSync(folder, { recursive: true });
}

async function starts(article: string): Promise<void> {
  const base: number[] = [];
  const frame: number[] = [];
  const ready: number[] = [];
  const formats = OTHER_FORMATS.map(([name, file]) => ({ name, file, frame: [] as number[] }));
  // The first start compiles what the others find.
  for (const file of [article, ...formats.map((format) => format.file)]) (await opened(file)).close();
  for (let i = 0; i < STARTS; i++) {
    const floor = new TimedProgram(process.execPath, ['-e', '0'], SIZE);
    base.push(await floor.end());
    floor.close();
    const reader = new TimedProgram(LEDE, [article], SIZE);
    frame.push(await reader.firstOutput(FIRST_FRAME));
    // A digit is shown in the status row, so that its frame is told from the one that Ink begins with.
    await reader.press('7', /7 ·/);
    ready.push(performance.now() - reader.started);
    reader.close();
    for (const { file, frame: times } of formats) {
      const other = new TimedProgram(LEDE, [file], SIZE);
      times.push(await other.firstOutput(FIRST_FRAME));
      other.close();
    }
  }
  const node = median(base);
  add('node -e 0', `${node.toFixed(0)} ms`, '');
  add('spawn to first full frame', `${(median(frame) / node).toFixed(2)} x node -e 0`, '1.5');
  for (const { name, frame: times } of formats)
    add(`spawn to first full frame, ${name}`, `${(median(times) / node).toFixed(2)} x node -e 0`, '');
  add('spawn to the frame of the first key', `${(median(ready) / node).toFixed(2)} x node -e 0`, '5');
}

/** Key to frame, and bytes, with one key there and another back. */
async function keys(name: string, article: string, there: string, back: string): Promise<void> {
  const reader = await opened(article);
  const times: number[] = [];
  const bytes: number[] = [];
  for (let i = 0; i < KEYS; i++) {
    const { ms, bytes: written } = await reader.press(i % 4 < 2 ? there : back);
    times.push(ms);
    bytes.push(written);
  }
  const status = await reader.press('5');
  reader.close();
  add(
    `key to frame, ${name}`,
    `${median(times).toFixed(1)} ms median, ${quantile(times, 0.95).toFixed(1)} ms p95`,
    '9 / 20 ms',
  );
  if (there === 'j') {
    add('bytes of a scrolled frame', median(bytes).toFixed(0), '6,000');
    add('bytes of a change in the status row', String(status.bytes), '300');
  }
}

async function search(article: string): Promise<void> {
  const reader = await opened(article);
  await reader.press('/');
  const times: number[] = [];
  for (const key of 'morning keeper') times.push((await reader.press(key)).ms);
  reader.close();
  add('search in 10 MB, first key', `${times[0]?.toFixed(0)} ms`, '50 ms');
  add(
    'search in 10 MB, other keys',
    `${median(times.slice(1)).toFixed(0)} ms median, ${Math.max(...times.slice(1)).toFixed(0)} ms worst`,
    '50 ms',
  );
}

async function memory(name: string, article: string, must: string): Promise<void> {
  const reader = await opened(article);
  for (const key of ['G', 'g', 'g', ' ', ' ']) reader.press(key).catch(() => {});
  await reader.quiet(QUIET_MS);
  add(`peak memory, ${name}`, `${reader.peakMemory().toFixed(0)} MB`, must);
  reader.close();
}

async function others(article: string): Promise<void> {
  for (const { name, firstFrameMs, keyMs, peakMb } of await measurePeers(article, SIZE, {
    starts: STARTS,
    keys: KEYS,
  })) {
    add(
      `${name}: first frame, key to frame, peak memory`,
      `${firstFrameMs.toFixed(0)} ms, ${keyMs.toFixed(1)} ms, ${peakMb.toFixed(0)} MB`,
      '',
    );
  }
}

/** The reader, ready for keys. */
async function opened(article: string): Promise<TimedProgram> {
  const reader = new TimedProgram(LEDE, [article], SIZE);
  await reader.firstOutput(FIRST_FRAME);
  await reader.press('7', /7 ·/);
  await reader.press('\u001B');
  await reader.quiet(QUIET_MS);
  return reader;
}

function add(what: string, measured: string, must: string): void {
  rows.push({ what, measured, must });
}

function print(): void {
  process.stdout.write(
    `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${SIZE.columns}x${SIZE.rows}\n\n`,
  );
  for (const { what, measured, must } of rows)
    process.stdout.write(`${what.padEnd(46)} ${measured.padEnd(34)} ${must && `must ${must}`}\n`);
}
