import { DEFAULT_MEASURE, MAX_MEASURE, MIN_MEASURE } from '../layout/options.ts';
import { IMAGE_SETTINGS, type ImageSetting } from '../pictures/setting.ts';
import { findConflict, findTrap } from '../reader/bind-keys.ts';
import { isKeyName } from '../reader/key-name.ts';
import { KEY_GROUPS } from '../reader/key-table.ts';
import { DEFAULT_PACE, MAX_PACE, MIN_PACE } from '../reader/rsvp.ts';
import { FOCUSES, type Focus } from '../reader/state.ts';
import { THEME_NAMES } from '../theme/choose-theme.ts';

/** What a configuration file can set. Absent: as the reader has it. */
export interface Config {
  theme?: string;
  /** Columns of a line of text. */
  width?: number;
  focus?: Focus;
  zen?: boolean;
  /** Stretch lines to the full width. */
  justify?: boolean;
  /** Break words of justified lines. */
  hyphenation?: boolean;
  /** Scroll with the mouse wheel, at the cost of the terminal's own selection. */
  wheel?: boolean;
  /** Write links so that the terminal can open them (OSC 8). */
  hyperlinks?: boolean;
  /** Ask the terminal for its background and colours. */
  detect?: boolean;
  /** Talk to a screen reader, line by line, instead of drawing. */
  'screen-reader'?: boolean;
  /** How images are drawn. */
  images?: ImageSetting;
  /** Words a minute of speed reading. */
  pace?: number;
  /** Keys by command, in place of those of the key table. */
  keys: Record<string, string[]>;
}

/** What is wrong with a configuration, and where: line and column count from 1. */
export interface ConfigProblem {
  line: number;
  column: number;
  message: string;
}

/** What is wrong with a line, and the part of it that is. */
interface Fault {
  message: string;
  at: string;
}

/** A setting: how its value is read, and what it may be. */
interface Setting {
  /** What it is for, as the documentation says it. */
  help: string;
  expects: string;
  /** What it is where the file does not say. */
  initial: string;
  /** `false` where the value cannot be. */
  set: (config: Config, value: string) => boolean;
}

const COMMANDS: ReadonlySet<string> = new Set(
  KEY_GROUPS.flatMap(({ bindings }) => bindings.map(({ command }) => command)),
);

/** Every setting but `key`. */
export const SETTINGS: Readonly<Record<string, Setting>> = {
  theme: {
    help: 'colours; `auto` goes by the background of the terminal',
    expects: THEME_NAMES.join(', '),
    initial: 'auto',
    set: (config, value) => THEME_NAMES.includes(value) && Boolean((config.theme = value)),
  },
  width: {
    help: 'columns of text',
    expects: `${MIN_MEASURE} to ${MAX_MEASURE}`,
    initial: String(DEFAULT_MEASURE),
    set: (config, value) => (config.width = numberIn(value, MIN_MEASURE, MAX_MEASURE)) > 0,
  },
  focus: {
    help: 'what is not dimmed',
    expects: FOCUSES.join(', '),
    initial: 'none',
    set(config, value) {
      const focus = FOCUSES.find((name) => name === value);
      if (focus) config.focus = focus;
      return focus !== undefined;
    },
  },
  zen: flag('the text alone, without a status row', (config, on) => (config.zen = on)),
  justify: flag('lines of one length', (config, on) => (config.justify = on)),
  hyphenation: flag('break words of justified lines', (config, on) => (config.hyphenation = on), 'yes'),
  wheel: flag(
    "take the mouse wheel; the terminal's own selection then needs Shift",
    (config, on) => (config.wheel = on),
  ),
  hyperlinks: flag('links that the terminal can open', (config, on) => (config.hyperlinks = on), 'yes'),
  detect: flag('ask the terminal for its background and colours', (config, on) => (config.detect = on), 'yes'),
  images: {
    help: 'how images are drawn; `auto` goes by the terminal',
    expects: IMAGE_SETTINGS.join(', '),
    initial: 'auto',
    set(config, value) {
      const setting = IMAGE_SETTINGS.find((name) => name === value);
      if (setting) config.images = setting;
      return setting !== undefined;
    },
  },
  'screen-reader': flag('talk to a screen reader, line by line', (config, on) => (config['screen-reader'] = on)),
  pace: {
    help: 'words a minute of speed reading',
    expects: `${MIN_PACE} to ${MAX_PACE}`,
    initial: String(DEFAULT_PACE),
    set: (config, value) => (config.pace = numberIn(value, MIN_PACE, MAX_PACE)) > 0,
  },
};

/**
 * Reads a configuration: a setting a line, `name = value`; `key COMMAND = KEY, KEY` for keys; `#` begins a
 * comment line. A line that makes no sense is left out and told, with the line and column of what is wrong.
 *
 * @example
 * parseConfig('theme = paper\nkey quit = q, g q\n').config; // { theme: 'paper', keys: { quit: ['q', 'g q'] } }
 */
export function parseConfig(text: string): { config: Config; problems: ConfigProblem[] } {
  const config: Config = { keys: {} };
  const problems: ConfigProblem[] = [];
  const lines = new Map<string, number>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    // A comment is `#` between spaces, so that `#` can be a key.
    const [line = ''] = raw.trim().split(/\s#\s/, 1);
    if (line === '' || line.startsWith('#')) continue;
    const before = new Set(Object.keys(config.keys));
    const fault = readLine(config, line.trimEnd());
    if (fault) {
      const column = Math.max(0, fault.at === '' ? raw.trimEnd().length : raw.lastIndexOf(fault.at)) + 1;
      problems.push({ line: index + 1, column, message: fault.message });
    }
    for (const command of Object.keys(config.keys)) if (!before.has(command)) lines.set(command, index + 1);
  }
  const clash = keyProblem(config.keys);
  if (clash) problems.push({ line: lines.get(clash.command) ?? 1, column: 1, message: clash.message });
  return { config, problems };
}

/** A configuration as a file: every setting, and the keys that were changed. `parseConfig` reads it back. */
export function writeConfig(config: Config): string {
  const settings = Object.entries(SETTINGS).map(([name, { initial, expects }]) => {
    // Settings are named as the fields are.
    const value = (config as unknown as Record<string, string | number | boolean | undefined>)[name];
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? initial);
    return `${`${name} = ${text}`.padEnd(24)} # ${expects}`;
  });
  const keys = Object.entries(config.keys).map(([command, names]) => `key ${command} = ${names.join(', ')}`);
  return `${[...settings, ...keys].join('\n')}\n`;
}

/** What is wrong with the keys together, and the command whose line says so. */
function keyProblem(keys: Config['keys']): { command: string; message: string } | undefined {
  const conflict = findConflict(keys);
  if (conflict) {
    const [first, second] = conflict.commands;
    return { command: second, message: `${JSON.stringify(conflict.key)} is given to ${first} and to ${second}` };
  }
  const trap = findTrap(keys);
  if (trap === undefined) return undefined;
  const command = Object.keys(keys).at(-1) ?? trap;
  return { command, message: `these keys leave none for ${trap}; add a line "key ${trap} = …"` };
}

function readLine(config: Config, line: string): Fault | undefined {
  const equals = line.indexOf('=');
  if (equals < 0) return { message: `${JSON.stringify(line)} is not NAME = VALUE`, at: line };
  const name = line.slice(0, equals).trim();
  const value = line.slice(equals + 1).trim();
  if (/^key\s/.test(name)) return readKeys(config, name.slice('key'.length).trim(), value);
  const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
  if (!setting) {
    const known = Object.keys(SETTINGS).join(', ');
    return { message: `no setting ${JSON.stringify(name)}; there are ${known}, key`, at: name };
  }
  if (setting.set(config, value)) return undefined;
  return { message: `${name} is ${JSON.stringify(value)}, not ${setting.expects}`, at: value };
}

function readKeys(config: Config, command: string, value: string): Fault | undefined {
  if (!COMMANDS.has(command)) {
    return { message: `no command ${JSON.stringify(command)}; the README lists them`, at: command };
  }
  // A comma alone is the key; between keys it stands after one.
  const keys = value.split(/,\s+/).map((key) => key.trim().replaceAll(/\s+/g, ' '));
  for (const key of keys) {
    if (key === '') return { message: `key ${command} names no key`, at: '' };
    const wrong = key.split(' ').find((name) => !isKeyName(name));
    if (wrong !== undefined)
      return { message: `no key ${JSON.stringify(wrong)}; the README says how keys are named`, at: wrong };
  }
  config.keys[command] = keys;
  return undefined;
}

function flag(help: string, apply: (config: Config, on: boolean) => void, initial: 'yes' | 'no' = 'no'): Setting {
  return {
    help,
    initial,
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
