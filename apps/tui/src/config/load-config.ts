import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type Config, parseConfig } from './config.ts';

export interface LoadedConfig {
  config: Config;
  /** The first thing that is wrong with it, with its file, line and column. */
  problem?: string;
}

/** Where the configuration is by the XDG rules (`%APPDATA%` on Windows). `$LEDE_CONFIG` names another file. */
export function configFile(environment: NodeJS.ProcessEnv = process.env): string {
  const { LEDE_CONFIG: own, XDG_CONFIG_HOME: config, APPDATA: data } = environment;
  if (own) return own;
  if (config !== undefined && path.isAbsolute(config)) return path.join(config, 'lede', 'config');
  if (process.platform === 'win32' && data !== undefined) return path.join(data, 'lede', 'config');
  return path.join(homedir(), '.config', 'lede', 'config');
}

/** Reads a configuration, or the user's own, which need not be there; `false` reads none. */
export function loadConfig(named?: string | false): LoadedConfig {
  if (named === false) return { config: { keys: {} } };
  const file = named ?? configFile();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException; // the file system throws nothing else
    if (code === 'ENOENT' && named === undefined) return { config: { keys: {} } };
    return { config: { keys: {} }, problem: code === 'ENOENT' ? `${file}: no such file` : message };
  }
  const { config, problems } = parseConfig(text);
  const [problem] = problems;
  return problem === undefined
    ? { config }
    : { config, problem: `${file}:${problem.line}:${problem.column}: ${problem.message}` };
}
