/** A program that gives out what is on the clipboard. */
export interface ClipboardTool {
  /** The command that writes the text. */
  text: readonly [command: string, ...args: string[]];
  /** The command that writes what was copied as HTML, where the tool can tell. */
  html?: readonly [command: string, ...args: string[]];
}

export interface ClipboardHost {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
}

const WL_PASTE: ClipboardTool = {
  text: ['wl-paste', '--no-newline', '--type', 'text'],
  html: ['wl-paste', '--no-newline', '--type', 'text/html'],
};
const XCLIP: ClipboardTool = {
  text: ['xclip', '-selection', 'clipboard', '-out', '-target', 'UTF8_STRING'],
  html: ['xclip', '-selection', 'clipboard', '-out', '-target', 'text/html'],
};
const XSEL: ClipboardTool = { text: ['xsel', '--clipboard', '--output'] };
const MAC: ClipboardTool = {
  text: ['pbpaste', '-Prefer', 'txt'],
  html: ['osascript', '-e', 'the clipboard as «class HTML»'],
};
const TERMUX: ClipboardTool = { text: ['termux-clipboard-get'] };
/** What was copied inside tmux, where there is no clipboard around it. */
const TMUX: ClipboardTool = { text: ['tmux', 'save-buffer', '-'] };

/** The programs that may have the clipboard here, best first; what to install where none is found, as people say it. */
export function clipboardTools({ platform, environment }: ClipboardHost): {
  tools: readonly ClipboardTool[];
  wanted: string;
} {
  if (platform === 'darwin') return { tools: [MAC], wanted: 'pbpaste is missing' };
  if (platform === 'win32') return { tools: [powerShell('powershell')], wanted: 'PowerShell is missing' };
  const tools: ClipboardTool[] = [];
  if (environment['WAYLAND_DISPLAY']) tools.push(WL_PASTE);
  if (environment['DISPLAY']) tools.push(XCLIP, XSEL);
  // Windows' own clipboard, from Linux on top of it.
  if (environment['WSL_DISTRO_NAME']) tools.push(powerShell('powershell.exe'));
  if (environment['TERMUX_VERSION']) tools.push(TERMUX);
  if (environment['TMUX']) tools.push(TMUX);
  const wanted =
    tools.length === 0
      ? 'there is no display here (neither WAYLAND_DISPLAY nor DISPLAY is set)'
      : 'install wl-clipboard (Wayland), xclip or xsel (X11)';
  return { tools, wanted };
}

/** PowerShell writes in the console's encoding unless it is told otherwise. */
function powerShell(command: string): ClipboardTool {
  const script = '[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw';
  return { text: [command, '-NoProfile', '-NonInteractive', '-Command', script] };
}
