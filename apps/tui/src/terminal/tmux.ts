import { execFile } from 'node:child_process';

/** Longer than tmux takes, shorter than anyone waits. */
const TIMEOUT_MS = 2000;
/** Names by which terminals answer tmux, or that they have in terminfo, that show Kitty's images within text. */
const WITH_PLACEHOLDERS = /^(?:xterm-)?(?:kitty|ghostty)/i;

/** Whether tmux hands sequences on to a terminal that shows Kitty's images. It is asked for what its user allows. */
export async function tmuxPassesImages(): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const format = '#{allow-passthrough} #{client_termtype} #{client_termname}';
  execFile('tmux', ['display-message', '-p', format], { timeout: TIMEOUT_MS }, (error, text) => {
    resolve(error ? '' : text);
  });
  return passesImages(await promise);
}

/** Reads tmux's answer: `on xterm-kitty(0.42.1) xterm-kitty`. */
export function passesImages(answer: string): boolean {
  const [allowed = '', ...names] = answer.trim().split(/\s+/);
  return /^(?:1|on|all)$/.test(allowed) && names.some((name) => WITH_PLACEHOLDERS.test(name));
}

/** Sequences as tmux hands them on: each in a string of its own, its escapes doubled. */
export function passedThrough(sequences: string): string {
  return sequences.replaceAll(/\u001B_[^\u001B]*\u001B\\/g, (sequence) => {
    return `\u001BPtmux;${sequence.replaceAll('\u001B', '\u001B\u001B')}\u001B\\`;
  });
}
