import { flushCompileCache } from 'node:module';
import process from 'node:process';
import type { ReadStream } from 'node:tty';
import type { Article } from '@lede/core';
import { defaultStateFolder, openState } from '@lede/library';
import type { Mounted } from './chunks/ink.tsx';
import { createKeymap } from './reader/keymap.ts';
import { type OpenOptions, openArticle, relayout } from './reader/start.ts';
import { complain, type Effect } from './reader/state.ts';
import { Store } from './reader/store.ts';
import { Keeper } from './state/keeper.ts';
import { openInBrowser } from './system/browser.ts';
import { clipboardSequence, copyToSystem } from './system/clipboard.ts';
import { editFile } from './system/editor.ts';
import { colorDepth } from './terminal/color.ts';
import { TerminalSession } from './terminal/session.ts';
import { Painters } from './view/painters.ts';
import { Autosave } from './state/autosave.ts';
import { Pacer } from './reader/pacer.ts';
import { drawFrame } from './view/frame.ts';

export interface ReadOptions extends OpenOptions {
  /** The file that the article was read from. */
  file?: string;
}

/**
 * Shows an article full screen until the reader quits. The first frame is painted here, as plain text,
 * because loading Ink takes longer than everything before it; Ink then draws the same frame over it.
 */
export async function readArticle(article: Article, keyboard: ReadStream, options: ReadOptions): Promise<void> {
  const session = new TerminalSession(keyboard, process.stdout);
  const keeper = new Keeper(openState({ folder: defaultStateFolder(), now: () => new Date() }), article, options.file);
  const painters = new Painters(colorDepth(process.env));
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
    void session.lend(async () => {
      const why = await editFile(file, progress);
      if (why !== undefined) store.update((state) => complain(state, why));
    });
  };
  const opened = keeper.restore(openArticle(article, session.size, options));
  const store = new Store(opened, {
    keymap: createKeymap(),
    draw: (state) => drawFrame(state, painters.of(state.theme)),
    perform,
  });
  const saving = new Autosave(store, keeper);
  session.onEnd = () => saving.now();
  const speedReading = new Pacer(store);
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
  speedReading.stop();
  session.leave();
  mounted.unmount();
  keyboard.destroy();
  const problem = await saving.now();
  if (problem !== undefined) process.stderr.write(`lede: ${problem}\n`);
}

/** Colours code once the highlighter, which is large, has been loaded. */
async function highlight(store: Store): Promise<void> {
  const { loadHighlighter } = await import('./chunks/highlighter.ts');
  const highlighter = await loadHighlighter();
  store.update((state) => relayout(state, { highlighter }));
}

const HOME = '\u001B[H';
