import { OPTIONS } from './options.ts';

/** What `--help` prints. */
export function help(): string {
  const rows = Object.values(OPTIONS).map(({ flag, value, fallback, env, help: text }) => {
    const note = fallback === '' ? env : `${env}, default ${fallback}`;
    return `  --${flag} ${value}`.padEnd(30) + `${text}\n${' '.repeat(30)}(${note})`;
  });
  return `Usage: lede-api [options]

Serves articles as JSON over HTTP. The documentation is at /docs once it runs.

Options (each also as a variable of the environment):
${rows.join('\n')}
  -h, --help                  show this and exit
  -v, --version               show the version and exit

Exit codes: 0 stopped by a signal after finishing its requests, 1 could not listen, 2 wrong options.
`;
}
