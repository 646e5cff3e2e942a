/** What the benchmark uses of autocannon, which has no types of its own. */
declare module 'autocannon' {
  interface Options {
    url: string;
    method?: string;
    headers?: Readonly<Record<string, string>>;
    body?: Buffer;
    connections?: number;
    /** Seconds. */
    duration?: number;
  }
  interface Result {
    errors: number;
    non2xx: number;
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    requests: { average: number };
  }
  export default function autocannon(options: Options): Promise<Result>;
}
