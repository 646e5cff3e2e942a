import type { ImageSetting } from '../pictures/setting.ts';
import type { PixelSize } from '../pictures/image-header.ts';
import type { Protocol } from '../pictures/picture.ts';
import type { Environment } from './color.ts';
import type { Size } from './session.ts';
import type { Query, TerminalTraits } from './traits.ts';

/** A picture of one pixel that is not shown: whoever knows Kitty's graphics protocol answers with its number. */
const KITTY_GRAPHICS: Query = {
  sequence: '\u001B_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001B\\',
  read: ({ kind, body }) => (kind === 'dcs' && body.startsWith('Gi=31;OK') ? { kittyGraphics: true } : undefined),
};

/** XTVERSION: name and version, as `>|kitty(0.42.1)`. */
const NAME: Query = {
  sequence: '\u001B[>q',
  read: ({ kind, body }) => (kind === 'dcs' && body.startsWith('>|') ? { name: body.slice(2) } : undefined),
};

/** XTSMGRAPHICS: how many colours an image in sixels may have. */
const REGISTERS: Query = {
  sequence: '\u001B[?1;1;0S',
  read({ kind, body }) {
    const registers = kind === 'csi' ? /^\?1;0;(\d{1,6})S$/.exec(body)?.[1] : undefined;
    return registers === undefined ? undefined : { registers: Number(registers) };
  },
};

/** Pixels of a cell (`CSI 16 t`), or of the whole window where a terminal only knows that (`CSI 14 t`). */
const CELL: Query = {
  sequence: '\u001B[14t\u001B[16t',
  read({ kind, body }) {
    const [, what, height = 0, width = 0] = (kind === 'csi' && /^([46]);(\d{1,5});(\d{1,5})t$/.exec(body)) || [];
    if (what === undefined || Number(height) === 0 || Number(width) === 0) return undefined;
    const size = { width: Number(width), height: Number(height) };
    return what === '6' ? { cell: size } : { window: size };
  },
};

/** Attribute 4 of the answer to DA1, which is asked anyway, and last: sixels. */
const SIXEL: Query = {
  sequence: '',
  read: ({ kind, body }) => (kind === 'csi' && /^\?(?:\d+;)*4(?:;\d+)*c$/.test(body) ? { sixel: true } : undefined),
};

/** Smaller or larger cells than anyone reads. */
const LEAST_CELL = 4;
const MOST_CELL = 200;
/** Since when Kitty shows images by placeholders in the text. */
const KITTY_SINCE = 0.28;

/** What to ask for drawing images, of a terminal that answers questions at all. */
export function imageQuestions(environment: Environment, setting: ImageSetting): Query[] {
  if (setting === 'none' || setting === 'blocks') return [];
  if (setting !== 'auto') return setting === 'sixel' ? [REGISTERS, CELL] : [CELL];
  // What is in between answers for itself, and tmux takes the first question for a title.
  return isMultiplexed(environment) ? [CELL] : [KITTY_GRAPHICS, NAME, REGISTERS, CELL, SIXEL];
}

/** Whether tmux or screen stands between us and the terminal. */
export function isMultiplexed({ TMUX, STY, TERM = '' }: Environment): boolean {
  return TMUX !== undefined || STY !== undefined || /^(?:tmux|screen)/.test(TERM);
}

/**
 * The best way to draw images that a terminal has told of. Kitty's protocol only where images can stand in the
 * text, which Kitty and Ghostty have; it is told by name, for the protocol has no question for it. iTerm2's only
 * where the name is known too: there is no question at all.
 */
export function protocolOf(
  environment: Environment,
  { kittyGraphics, sixel, name = '' }: TerminalTraits,
): Protocol | undefined {
  if (isMultiplexed(environment)) return undefined;
  const kitty = /^kitty\((\d+\.\d+)/.exec(name)?.[1];
  const hasPlaceholders = kitty === undefined ? /^ghostty/i.test(name) : isSince(kitty, KITTY_SINCE);
  if (kittyGraphics && hasPlaceholders) return 'kitty';
  const { TERM_PROGRAM = '', LC_TERMINAL = '' } = environment;
  if (/^(?:iTerm2|WezTerm|mintty)/.test(name === '' ? TERM_PROGRAM.replace('.app', '2') : name)) return 'iterm';
  if (name === '' && LC_TERMINAL === 'iTerm2') return 'iterm';
  return sixel ? 'sixel' : undefined;
}

/** Pixels of a cell, as far as the terminal has told. */
export function cellOf({ cell, window }: TerminalTraits, { columns, rows }: Size): PixelSize | undefined {
  const size =
    cell ?? (window && { width: Math.floor(window.width / columns), height: Math.floor(window.height / rows) });
  if (!size) return undefined;
  const isSensible = [size.width, size.height].every((side) => side >= LEAST_CELL && side <= MOST_CELL);
  return isSensible ? size : undefined;
}

/** Whether a version `0.42` is as new as another. */
function isSince(version: string, since: number): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major + minor / 100 >= since;
}
