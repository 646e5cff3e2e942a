/**
 * How many articles a second the API parses on this machine, beside a bare Node server that answers the
 * same bytes without doing anything: the floor of HTTP itself. The two take turns, so that a busy machine
 * hurts both; each figure is the median over the turns.
 *
 *     npm run bench -w @lede/api
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus } from 'node:os';
import process from 'node:process';
import autocannon from 'autocannon';
import { startServer } from '../src/serve/server.ts';

const TURNS = 3;
const SECONDS = 2;
const CONNECTIONS = 8;

const seeds = new URL('../../../seeds/', import.meta.url);
const name = readdirSync(seeds).find((file) => file.endsWith('.txt'));
if (name === undefined) throw new Error('no seed to send');
const seed = readFileSync(new URL(name, seeds));

const api = await startServer({ port: 0 });
const sent = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: seed } as const;
const article: unknown = await (await fetch(`${api.url}/v1/parse`, sent)).json();
const floor = createServer((req, res) => {
  req.resume().on('end', () => {
    res.setHeader('content-type', 'application/json').end(JSON.stringify(article));
  });
});
await new Promise<void>((resolve) => floor.listen(0, '127.0.0.1', resolve));

interface Figures {
  /** Milliseconds. */
  median: number;
  p99: number;
  perSecond: number;
}

async function measure(url: string): Promise<Figures> {
  const result = await autocannon({ url, ...sent, connections: CONNECTIONS, duration: SECONDS });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${result.errors} errors, ${result.non2xx} failures`);
  return { median: result.latency.p50, p99: result.latency.p99, perSecond: result.requests.average };
}

const variants = [
  { label: 'POST /v1/parse', url: `${api.url}/v1/parse`, turns: [] as Figures[] },
  {
    label: 'node:http alone',
    url: `http://127.0.0.1:${(floor.address() as AddressInfo).port}`,
    turns: [] as Figures[],
  },
];
for (const { url } of variants) await autocannon({ url, ...sent, connections: CONNECTIONS, duration: 1 }); // warm up
for (let turn = 0; turn < TURNS; turn++) {
  for (const variant of variants) variant.turns.push(await measure(variant.url));
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const rows = variants.map(({ label, turns }) => ({
  label,
  latency: median(turns.map((turn) => turn.median)),
  p99: median(turns.map((turn) => turn.p99)),
  perSecond: median(turns.map((turn) => turn.perSecond)),
}));
const [parse, bare] = rows;
console.log(`${seed.length} bytes of text, ${CONNECTIONS} connections, ${TURNS} turns of ${SECONDS} s`);
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}; client and servers share one process\n`,
);
console.log(`${''.padEnd(18)}${'median'.padStart(10)}${'p99'.padStart(10)}${'requests/s'.padStart(14)}`);
for (const { label, latency, p99, perSecond } of rows) {
  console.log(
    `${label.padEnd(18)}${`${latency} ms`.padStart(10)}${`${p99} ms`.padStart(10)}${perSecond.toFixed(0).padStart(14)}`,
  );
}
if (parse && bare) console.log(`\n${(bare.perSecond / parse.perSecond).toFixed(1)} x the cost of HTTP alone`);

floor.closeAllConnections();
floor.close();
await api.close();
