import { flushCompileCache } from 'node:module';
import process from 'node:process';
import type { ReadStream } from 'node:tty';
import type { Article } from '@lede/core';
import type { Mounted } from './chunks/ink.tsx';
import { createKeymap } from './reader/keymap.ts';
import { openArticle, relayout } from './reader/start.ts';
import { complain, type Effect } from './reader/state.ts';
import { Store } from './reader/store.ts';
import { openInBrowser } from './system/browser.ts';
import { clipboardSequence, copyToSystem } from './system/clipboard.ts';
import { editFile } from './system/editor.ts';
import { colorDepth } from './terminal/color.ts';
import { TerminalSession } from './terminal/session.ts';
import { createPainter } from './theme/painter.ts';
import { THEMES } from './theme/themes.ts';
import { drawFrame } from './view/frame.ts';

export interface ReadOptions {
  /** Columns of a line of text. */
  measure?: number;
  /** The file that the article was read from. */
  file?: string;
}

/**
 * Shows an article full screen until the reader quits. The first frame is painted here, as plain text,
 * because loading Ink takes longer than everything before it; Ink then draws the same frame over it.
 */
export async function readArticle(article: Article, keyboard: ReadStream, options: ReadOptions): Promise<void> {
  const session = new TerminalSession(keyboard, process.stdout);
  const [theme] = THEMES;
  if (!theme) throw new Error('there is no theme');
  const painter = createPainter({ theme, depth: colorDepth(process.env) });
  const { promise: quit, resolve: end } = Promise.withResolvers<void>();
  let mounted: Mounted | undefined;

  const perform = (effect: Effect): void => {
    switch (effect.type) {
      case 'quit':
        return end();
      case 'suspend':
        return session.suspend();
      case 'redraw':
        return mounted?.redraw();
      case 'copy':
        session.screen.write(clipboardSequence(effect.text));
        return copyToSystem(effect.text);
      case 'browse':
        return openInBrowser(effect.url, (why) => store.update((state) => complain(state, why)));
      case 'edit':
        if (options.file === undefined) return store.update((state) => complain(state, 'Only a file can be edited'));
        return edit(options.file, effect.progress);
    }
  };
  const edit = (file: string, progress: number): void => {
    void session
      .lend(() => editFile(file, progress))
      .then((why) => {
        if (why !== undefined) store.update((state) => complain(state, why));
      });
  };
  const store = new Store(openArticle(article, session.size, options.measure), {
    keymap: createKeymap(),
    draw: (state) => drawFrame(state, painter),
    perform,
  });
  session.onResume = () => {
    store.resize(session.size);
    mounted?.redraw();
  };
  // Before Ink listens: its own redraw then finds the frame of the new size.
  process.stdout.on('resize', () => {
    store.resize(session.size);
    mounted?.flush();
  });
  session.keys.onReport = (report) => {
    if (report.type === 'key') store.press([report.name]);
  };
  session.start(store.frame().join('\r\n') + HOME);

  const { mount } = await import('./chunks/ink.tsx');
  // The key stream is all that Ink needs of a terminal's input.
  mounted = await mount(store, { screen: session.screen, keys: session.keys as unknown as NodeJS.ReadStream });
  if (article.blocks.some((block) => block.type === 'code' && block.lang !== undefined)) {
    void highlight(store);
  }
  // A reader that is killed leaves its compiled code to the next one too.
  setImmediate(flushCompileCache);
  try {
    await Promise.race([quit, mounted.ended]);
  } catch (error) {
    session.crash(error);
  }
  session.leave();
  mounted.unmount();
  keyboard.destroy();
}

/** Colours code once the highlighter, which is large, has been loaded. */
async function highlight(store: Store): Promise<void> {
  const { loadHighlighter } = await import('./chunks/highlighter.ts');
  const highlighter = await loadHighlighter();
  store.update((state) => relayout(state, { highlighter }));
}

const HOME = '\u001B[H';
