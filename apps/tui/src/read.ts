import process from 'node:process';
import type { ReadStream } from 'node:tty';
import { finishDraft } from '@lede/core';
import { defaultStateFolder, openState } from '@lede/library';
import type { Mounted } from './chunks/ink.tsx';
import { Desk, type Document, type Load } from './desk.ts';
import { Illustrator } from './pictures/illustrator.ts';
import type { ImageSetting } from './pictures/setting.ts';
import { bindKeys } from './reader/bind-keys.ts';
import { createKeymap } from './reader/keymap.ts';
import { Pacer } from './reader/pacer.ts';
import { turnWheel } from './reader/wheel.ts';
import type { OpenOptions } from './reader/start.ts';
import { searchNow } from './reader/search.ts';
import { complain, type Effect, type State } from './reader/state.ts';
import { Store } from './reader/store.ts';
import { Autosave } from './state/autosave.ts';
import { openFileInBrowser, openInBrowser } from './system/browser.ts';
import { clipboardSequence, copyToSystem } from './system/clipboard.ts';
import { editFile, type EditPlace } from './system/editor.ts';
import { watchFile } from './system/watch-file.ts';
import { colorsOf } from './terminal/color.ts';
import { isOneTerminal, questionsFor } from './terminal/questions.ts';
import { TerminalSession } from './terminal/session.ts';
import { themeInEffect } from './theme/choose-theme.ts';
import { drawFrame } from './view/frame.ts';
import { Painters } from './view/painters.ts';

export interface ReadOptions extends OpenOptions {
  /** Reads another input, when a link or a list leads there. */
  load: Load;
  /** Changes the state in which the first article opens. */
  prepare?: (state: State) => State;
  /** Keys in place of those of the key table, by command. */
  keys?: Readonly<Record<string, readonly string[]>>;
  /** Write links for the terminal to open (OSC 8). Default true. */
  hyperlinks?: boolean;
  /** Break words of justified lines. Default true. */
  hyphenation?: boolean;
  /** Take the mouse wheel. Default false: most terminals send arrow keys for it, and selecting stays theirs. */
  wheel?: boolean;
  /** Ask the terminal for its background and colours. Default true. */
  detect?: boolean;
  /** How images are drawn. Default: as the terminal can. */
  images?: ImageSetting;
  /** Reads a file again whenever it changes. */
  watch?: boolean;
  /** Called when the reader is ready for keys and has nothing else to do. */
  onIdle?: () => void;
}

const HOME = '\u001B[H';
/** Preparing more than this would keep keys waiting; in code units. */
const MOST_PREPARED = 16_000_000;

/**
 * Shows an article full screen until the reader quits. The first frame is painted here, as plain text,
 * because loading Ink takes longer than everything before it; Ink then draws the same frame over it.
 */
export async function readArticle(first: Document, keyboard: ReadStream, options: ReadOptions): Promise<void> {
  const { wheel = false, detect = true, images = 'auto' } = options;
  const questions = detect && isOneTerminal() ? questionsFor(process.env, images) : [];
  const session = new TerminalSession(keyboard, process.stdout, { mouse: wheel, questions });
  // Before anything is laid out: the terminal answers meanwhile.
  session.start();
  const library = openState({ folder: defaultStateFolder(), now: () => new Date() });
  const illustrator = new Illustrator(images, (sequences) => session.screen.write(sequences));
  session.onLeave = illustrator.leave;
  const desk = new Desk(first, library, options.load, illustrator, options.hyphenation);
  const painters = new Painters(options.hyperlinks ?? true);
  const { promise: quit, resolve: end } = Promise.withResolvers<void>();
  let mounted: Mounted | undefined;

  const report = (why: string): void => store.update((state) => complain(state, why));
  const edit = (file: string, place: EditPlace): Promise<void> =>
    session.lend(async () => {
      const why = await editFile(file, place);
      if (why === undefined) await desk.reload(store);
      else report(why);
    });
  const perform = (effect: Effect): void => {
    switch (effect.type) {
      case 'quit':
        desk.cancel();
        if (!desk.back(store)) end();
        return;
      case 'suspend':
        return session.suspend();
      case 'redraw':
        illustrator.reset();
        return mounted?.redraw();
      case 'copy':
        session.screen.write(clipboardSequence(effect.text));
        return copyToSystem(effect.text);
      case 'browse':
        return openInBrowser(effect.url, report);
      case 'browse-file':
        return openFileInBrowser(effect.file, report);
      case 'open':
        return void desk.open(effect.input, store, effect.inPlace);
      case 'search':
        setImmediate(() => store.update(searchNow));
        return;
      case 'cancel':
        return desk.cancel();
      case 'reload':
        return void desk.reload(store);
      case 'hyphenate':
        return options.hyphenation === false ? undefined : void desk.hyphenate(store);
      case 'images':
        return store.update((state) => illustrator.toggle(state));
      case 'fetch-images':
        return store.update((state) => illustrator.fetchAll(state));
      case 'edit':
        return desk.file === undefined ? report('Only a file can be edited') : void edit(desk.file, effect);
    }
  };
  const bindings = bindKeys(options.keys ?? {});
  const opened = desk.start(session.size, {
    ...options,
    bindings,
    colors: colorsOf(process.env, session.inquiry.traits),
  });
  const store = new Store(options.prepare ? options.prepare(opened) : opened, {
    keymap: createKeymap(options.keys),
    draw(state) {
      const painter = painters.of(themeInEffect(state.theme, state.colors), state.colors.depth);
      return drawFrame(state, painter, illustrator.painterOf(state.article));
    },
    perform,
  });
  const saving = new Autosave(store, desk);
  session.onEnd = () => saving.now();
  const speedReading = new Pacer(store);
  session.onResume = () => {
    illustrator.reset();
    store.resize(session.size);
    mounted?.redraw();
  };
  let resizedEarly = false;
  // Before Ink listens: its own redraw then finds the frame of the new size. Terminals move, cut and join rows when
  // they change size, each in its own way, so nothing that was drawn before can be counted on.
  process.stdout.on('resize', () => {
    store.resize(session.size);
    // Its cells may be of another size now.
    if (illustrator.goesByPixels) session.screen.write(session.inquiry.ask());
    if (mounted) mounted.redraw();
    else resizedEarly = true;
  });
  const recolor = (): void =>
    store.update((state) => ({ ...state, colors: colorsOf(process.env, session.inquiry.traits) }));
  session.inquiry.onTraits = (traits) => {
    recolor();
    illustrator.learn(traits, session.size);
  };
  session.onReport = (received) => {
    if (received.type === 'wheel') store.update((state) => turnWheel(state, received.direction));
    if (received.type === 'key') store.press([received.name]);
  };
  // Lets in what the terminal has answered by now; a slower answer repaints what is shown.
  await new Promise((resolve) => setImmediate(resolve));
  session.paint(store.frame().join('\r\n') + HOME);

  const { mount } = await import('./chunks/ink.tsx');
  // The key stream is all that Ink needs of a terminal's input.
  mounted = await mount(store, { screen: session.screen, keys: session.keys as unknown as NodeJS.ReadStream });
  if (resizedEarly) mounted.redraw();
  void desk.finish(store);
  illustrator.attach(store);
  let unwatch: (() => void) | undefined;
  desk.onTop = (file) => {
    unwatch?.();
    unwatch = file === undefined || !options.watch ? undefined : watchFile(file, () => void desk.refresh(store));
  };
  desk.onTop(desk.file);
  setImmediate(() => {
    options.onIdle?.();
    const { article, contents } = store.state;
    if (article.text.length > MOST_PREPARED) return;
    // While nothing else is to be done, so that the first key of a search is as quick as the next, and saving too.
    contents.finder().prepare();
    finishDraft(article);
  });
  try {
    await Promise.race([quit, mounted.ended]);
  } catch (error) {
    session.crash(error);
  }
  unwatch?.();
  speedReading.stop();
  illustrator.close();
  await session.close();
  mounted.unmount();
  keyboard.destroy();
  const problem = await saving.now();
  if (problem !== undefined) process.stderr.write(`lede: ${problem}\n`);
}
