import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * The folder for states, by the XDG rules on every system: `$XDG_STATE_HOME/lede` where that is an absolute
 * path, else `~/.local/state/lede`; on Windows `%LOCALAPPDATA%\lede\state` where XDG says nothing.
 */
export function defaultStateFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { XDG_STATE_HOME: state, LOCALAPPDATA: local } = environment;
  if (state !== undefined && path.isAbsolute(state)) return path.join(state, 'lede');
  if (process.platform === 'win32' && local !== undefined) return path.join(local, 'lede', 'state');
  return path.join(homedir(), '.local', 'state', 'lede');
}
