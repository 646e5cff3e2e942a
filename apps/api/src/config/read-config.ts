import { parseArgs } from 'node:util';
import { type Config, type Option, OPTIONS } from './options.ts';

/** What the command line asks for. */
export type Command =
  | { kind: 'serve'; config: Config }
  | { kind: 'help' }
  | { kind: 'version' }
  /** One line that says what is wrong with the arguments or the environment. */
  | { kind: 'usage'; message: string };

/**
 * Reads the command line and the environment; the command line wins.
 *
 * @param args arguments after the command's own name
 */
export function readConfig(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Command {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({ args: [...args], options: parseArgsOptions(), strict: true, allowPositionals: false }));
  } catch (error) {
    const [line = ''] = error instanceof Error ? error.message.split('\n') : [];
    return { kind: 'usage', message: line };
  }
  if (values['help'] === true) return { kind: 'help' };
  if (values['version'] === true) return { kind: 'version' };

  const config: Record<string, unknown> = {};
  for (const [key, option] of Object.entries(OPTIONS) as [keyof Config, Option<unknown>][]) {
    const flag = values[option.flag];
    const [name, raw] = typeof flag === 'string' ? [`--${option.flag}`, flag] : [option.env, env[option.env]];
    // An empty variable is how many tools write one that is not set.
    const value = option.read(raw === undefined || raw === '' ? option.fallback : raw);
    if (value === undefined) {
      return { kind: 'usage', message: `${name} must be ${option.expects}; it is ${JSON.stringify(raw)}` };
    }
    config[key] = value;
  }
  return { kind: 'serve', config: config as unknown as Config }; // every key of the table, which is every key
}

function parseArgsOptions(): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  const flags = Object.values(OPTIONS).map(({ flag }) => [flag, { type: 'string' as const }] as const);
  return {
    ...Object.fromEntries(flags),
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  };
}
