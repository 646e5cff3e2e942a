/** Times of variants that were run in turns, so that a machine that slows down slows them all. */
export interface Timing {
  name: string;
  /** Milliseconds of CPU time, the median of all rounds. */
  median: number;
  min: number;
  max: number;
}

/**
 * Runs every variant once for warming up and then `rounds` times, in turns (A B A B …), and measures CPU
 * time of this process, collecting garbage included. Nothing forces a collection between the rounds: a full
 * one makes V8 drop the code of every shape that no object has at that moment, and what is measured then is
 * how fast it compiles.
 */
export function measure(variants: Readonly<Record<string, () => unknown>>, rounds = 7): Timing[] {
  const names = Object.keys(variants);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  globalThis.gc?.();
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const before = process.cpuUsage();
      variants[name]?.();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times.get(name)?.push((user + system) / 1000);
    }
  }
  return names.map((name) => {
    const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b);
    const at = (index: number): number => sorted[index] ?? Number.NaN;
    return { name, median: at(sorted.length >> 1), min: at(0), max: at(sorted.length - 1) };
  });
}

/**
 * Prints timings as a table, with megabytes a second for `bytes` of input and the ratio to the first row.
 * `musts` says what a row must reach.
 */
export function report(
  title: string,
  timings: readonly Timing[],
  bytes?: number,
  musts: Readonly<Record<string, string>> = {},
): void {
  const [reference] = timings;
  console.log(`\n${title}`);
  for (const { name, median, min, max } of timings) {
    const speed = bytes === undefined ? '' : `${(bytes / 1000 / median).toFixed(1).padStart(8)} MB/s`;
    const ratio = `${(median / (reference?.median ?? Number.NaN)).toFixed(2).padStart(6)} x`;
    const spread = `(${min.toFixed(1)}-${max.toFixed(1)})`;
    const must = musts[name] === undefined ? '' : `  must ${musts[name]}`;
    console.log(`  ${name.padEnd(34)} ${median.toFixed(1).padStart(8)} ms ${spread.padEnd(18)}${speed}${ratio}${must}`);
  }
}

/** One line about where the figures come from. */
export function reportMachine(): void {
  console.log(`Node ${process.version}, ${process.platform}-${process.arch}; CPU time, medians of interleaved rounds`);
}
