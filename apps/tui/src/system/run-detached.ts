/**
 * Starts a program without a shell and without the terminal, writes `input` to it if given, and does not
 * wait. `failed` is called when it cannot be started or ends with an error.
 */
export async function runDetached(
  command: string,
  args: readonly string[],
  input: string | undefined,
  failed: () => void,
): Promise<void> {
  // Costs some milliseconds that the first frame does not have.
  const { spawn } = await import('node:child_process');
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
