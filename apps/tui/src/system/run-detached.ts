import { spawn } from 'node:child_process';

/**
 * Starts a program without a shell and without the terminal, writes `input` to it if given, and does not
 * wait. `failed` is called when it cannot be started or ends with an error.
 */
export function runDetached(
  command: string,
  args: readonly string[],
  input: string | undefined,
  failed: () => void,
): void {
  const child = spawn(command, args, {
    stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'ignore'],
    detached: true,
  });
  let hasFailed = false;
  const fail = (): void => {
    if (!hasFailed) failed();
    hasFailed = true;
  };
  child.on('error', fail);
  child.on('exit', (code) => {
    if (code !== 0) fail();
  });
  // It may end without reading what it is given; its exit says so.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  child.unref();
}
