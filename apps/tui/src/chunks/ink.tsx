import { render, useInput, usePaste } from 'ink';
import { type ReactElement, useSyncExternalStore } from 'react';
import { Canvas } from '../ink/canvas.tsx';
import { keyNames } from '../ink/key-names.ts';

/** What Ink needs of the reader: frames to draw, and somewhere for keys to go. */
export interface Drawable {
  /** One styled string for each row of the terminal; the same array until something changes. */
  readonly frame: () => readonly string[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly press: (keys: readonly string[]) => void;
  readonly paste: (text: string) => void;
}

/** The streams that Ink reads keys from and draws on. */
export interface Terminal {
  screen: NodeJS.WriteStream;
  keys: NodeJS.ReadStream;
}

export interface Mounted {
  /** Draws everything anew, after something else was on the screen. */
  redraw(): void;
  unmount(): void;
  /** Rejects when drawing fails. */
  ended: Promise<unknown>;
}

/** Frames a second. Ink waits between frames, and a key would wait with it; keys come slower than this anyway. */
const MAX_FPS = 1000;
/** Ink erases the rows that it has drawn; what stands elsewhere, as after a change of size, it knows nothing of. */
const CLEAR = '\u001B[H\u001B[2J';
/** Synchronized output (mode 2026): what stands between the two is shown at once, so that nothing flickers. */
const HOLD = '\u001B[?2026h';
const SHOW = '\u001B[?2026l';

/** Lets Ink take over a screen that already shows the reader's frame, cursor at home. */
export async function mount(reader: Drawable, { screen, keys }: Terminal): Promise<Mounted> {
  const app = <App reader={reader} />;
  const ink = render(app, {
    stdout: screen,
    stdin: keys,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    incrementalRendering: true,
    maxFps: MAX_FPS,
  });
  return {
    redraw() {
      screen.write(HOLD);
      ink.clear();
      screen.write(CLEAR);
      ink.rerender(app);
      screen.write(SHOW);
    },
    unmount: ink.unmount,
    ended: ink.waitUntilExit(),
  };
}

function App({ reader }: { reader: Drawable }): ReactElement {
  const rows = useSyncExternalStore(reader.subscribe, reader.frame);
  useInput((input, key) => reader.press(keyNames(input, key)));
  usePaste(reader.paste);
  return <Canvas rows={rows} />;
}
