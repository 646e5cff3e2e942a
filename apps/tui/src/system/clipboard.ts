import process from 'node:process';
import { runDetached } from './run-detached.ts';

/** Terminals refuse longer sequences; the system's clipboard still gets the whole. */
const MAX_SEQUENCE_BYTES = 74_994;

/** OSC 52: asks the terminal to put a text on its clipboard, which works through SSH too. */
export function clipboardSequence(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.length > MAX_SEQUENCE_BYTES ? '' : `\u001B]52;c;${bytes.toString('base64')}\u0007`;
}

/** Puts a text on the clipboard of the system that the reader runs on, where it has one. */
export function copyToSystem(text: string): void {
  tryCommands(clipboardCommands(), text);
}

function tryCommands([first, ...others]: string[][], text: string): void {
  const [command, ...args] = first ?? [];
  if (command !== undefined) void runDetached(command, args, text, () => tryCommands(others, text));
}

/** What takes a text for the clipboard here, best first. */
function clipboardCommands(): string[][] {
  if (process.platform === 'darwin') return [['pbcopy']];
  if (process.platform === 'win32') return [['clip']];
  const commands: string[][] = [];
  if (process.env['WAYLAND_DISPLAY']) commands.push(['wl-copy']);
  if (process.env['DISPLAY']) commands.push(['xclip', '-selection', 'clipboard'], ['xsel', '--clipboard', '--input']);
  if (process.env['TMUX']) commands.push(['tmux', 'load-buffer', '-']);
  return commands;
}
