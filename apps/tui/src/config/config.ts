import { MAX_MEASURE, MIN_MEASURE } from '../layout/options.ts';
import { KEY_GROUPS } from '../reader/key-table.ts';
import { MAX_PACE, MIN_PACE } from '../reader/rsvp.ts';
import { FOCUSES, type Focus } from '../reader/state.ts';
import { THEMES } from '../theme/themes.ts';

/** What a configuration file can set. Absent: as the reader has it. */
export interface Config {
  theme?: string;
  /** Columns of a line of text. */
  width?: number;
  focus?: Focus;
  zen?: boolean;
  /** Stretch lines to the full width. */
  justify?: boolean;
  /** Write links so that the terminal can open them (OSC 8). */
  hyperlinks?: boolean;
  /** Words a minute of speed reading. */
  pace?: number;
  /** Keys by command, in place of those of the key table. */
  keys: Record<string, string[]>;
}

/** A setting: how its value is read, and what it may be. */
interface Setting {
  expects: string;
  /** `false` where the value cannot be. */
  set: (config: Config, value: string) => boolean;
}

const COMMANDS: ReadonlySet<string> = new Set(
  KEY_GROUPS.flatMap(({ bindings }) => bindings.map(({ command }) => command)),
);
const THEME_NAMES: readonly string[] = THEMES.map(({ name }) => name);

/** Every setting but `key`. */
export const SETTINGS: Readonly<Record<string, Setting>> = {
  theme: {
    expects: THEME_NAMES.join(', '),
    set: (config, value) => THEME_NAMES.includes(value) && Boolean((config.theme = value)),
  },
  width: {
    expects: `${MIN_MEASURE} to ${MAX_MEASURE}`,
    set: (config, value) => (config.width = numberIn(value, MIN_MEASURE, MAX_MEASURE)) > 0,
  },
  focus: {
    expects: FOCUSES.join(', '),
    set(config, value) {
      const focus = FOCUSES.find((name) => name === value);
      if (focus) config.focus = focus;
      return focus !== undefined;
    },
  },
  zen: flag((config, on) => (config.zen = on)),
  justify: flag((config, on) => (config.justify = on)),
  hyperlinks: flag((config, on) => (config.hyperlinks = on)),
  pace: {
    expects: `${MIN_PACE} to ${MAX_PACE}`,
    set: (config, value) => (config.pace = numberIn(value, MIN_PACE, MAX_PACE)) > 0,
  },
};

/**
 * Reads a configuration: a setting a line, `name = value`; `key COMMAND = KEY, KEY` for keys; `#` begins a
 * comment line. A line that makes no sense is left out and told, with its number.
 *
 * @example
 * parseConfig('theme = paper\nkey quit = q, g q\n').config; // { theme: 'paper', keys: { quit: ['q', 'g q'] } }
 */
export function parseConfig(text: string): { config: Config; problems: string[] } {
  const config: Config = { keys: {} };
  const problems: string[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    // A comment is `#` between spaces, so that `#` can be a key.
    const [line = ''] = raw.trim().split(/\s#\s/, 1);
    if (line === '' || line.startsWith('#')) continue;
    const problem = readLine(config, line.trimEnd());
    if (problem !== undefined) problems.push(`line ${index + 1}: ${problem}`);
  }
  return { config, problems };
}

function readLine(config: Config, line: string): string | undefined {
  const equals = line.indexOf('=');
  if (equals < 0) return `${JSON.stringify(line)} is not NAME = VALUE`;
  const name = line.slice(0, equals).trim();
  const value = line.slice(equals + 1).trim();
  if (/^key\s/.test(name)) return readKeys(config, name.slice('key'.length).trim(), value);
  const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
  if (!setting) return `no setting ${JSON.stringify(name)}; there are ${Object.keys(SETTINGS).join(', ')}, key`;
  return setting.set(config, value) ? undefined : `${name} is ${JSON.stringify(value)}, not ${setting.expects}`;
}

function readKeys(config: Config, command: string, value: string): string | undefined {
  if (!COMMANDS.has(command)) return `no command ${JSON.stringify(command)}; the README lists them`;
  // A comma alone is the key; between keys it stands after one.
  const keys = value.split(/,\s+/).map((key) => key.trim().replaceAll(/\s+/g, ' '));
  if (keys.some((key) => key === '')) return `key ${command} names no key`;
  config.keys[command] = keys;
  return undefined;
}

function flag(apply: (config: Config, on: boolean) => void): Setting {
  return {
    expects: 'yes, no',
    set(config, value) {
      if (value !== 'yes' && value !== 'no') return false;
      apply(config, value === 'yes');
      return true;
    },
  };
}

/** The whole number; 0 where it is none or out of range. */
function numberIn(value: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  return number >= least && number <= most ? number : 0;
}
