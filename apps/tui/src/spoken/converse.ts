import process from 'node:process';
import { finishDraft } from '@lede/core';
import { createInterface } from 'node:readline';
import type { ReadStream } from 'node:tty';
import {
  type ArticleState,
  defaultStateFolder,
  identify,
  openState,
  setPosition,
  type StateStore,
} from '@lede/library';
import { isPath } from '../cli/input-kind.ts';
import type { Document, Load } from '../desk.ts';
import type { Openable } from '../reader/files.ts';
import { openInBrowser } from '../system/browser.ts';
import { copyToSystem } from '../system/clipboard.ts';
import { brokenLines } from './announce.ts';
import { answer } from './answer.ts';
import { oneLine } from './spoken-text.ts';
import { type Answer, beginTalk, offsetOf, type Talk, type TalkEffect } from './talk.ts';

export interface ConverseOptions {
  load: Load;
  files: readonly Openable[];
  /** Columns of a line; 0 breaks none. Default: those of the terminal. */
  width?: number;
}

interface OpenTalk {
  document: Document;
  talk: Talk;
}

const GREETING = 'Enter reads on. Type help for the commands, quit to leave.';
const LIST_GREETING = 'Type the number of an article to read it, help for the commands, quit to leave.';

/**
 * Reads an article with a person who listens: a line is typed, lines answer it. Nothing is drawn, moved or erased,
 * and the terminal edits the line that is typed, so everything a screen reader says stands where it was said.
 */
export async function converse(first: Document, keyboard: ReadStream, options: ConverseOptions): Promise<void> {
  const conversation = new Conversation(options);
  await conversation.open(first);
  conversation.say([first.input === '' ? LIST_GREETING : GREETING]);
  for await (const line of createInterface({ input: keyboard, terminal: false })) {
    if (!(await conversation.take(line))) break;
  }
  keyboard.destroy();
}

class Conversation {
  readonly #options: ConverseOptions;
  readonly #library: StateStore = openState({ folder: defaultStateFolder(), now: () => new Date() });
  readonly #open: OpenTalk[] = [];

  constructor(options: ConverseOptions) {
    this.#options = options;
  }

  say(lines: readonly string[]): void {
    const columns = this.#options.width ?? process.stdout.columns ?? 0;
    if (lines.length > 0) process.stdout.write(`${brokenLines(lines, columns).join('\n')}\n`);
  }

  /** Begins with an article, on top of those that are open. */
  async open(document: Document): Promise<void> {
    const article = finishDraft(document.article);
    const path = isPath(document.input) ? document.input : undefined;
    const { state, problem } = this.#library.load(identify(article, path));
    const { talk, lines } = beginTalk(article, state, this.#options.files);
    this.#open.push({ document, talk });
    const to = document.redirects?.at(-1)?.to;
    const moved = to === undefined ? [] : [`Redirected to ${oneLine(to)}`];
    if (document.input === '') return this.#sayList();
    this.say([...moved, ...lines, ...(problem === undefined ? [] : [oneLine(problem.message)])]);
    await this.#save();
  }

  /** Answers a line. `false` where the reader ends with it. */
  async take(line: string): Promise<boolean> {
    const top = this.#open.at(-1);
    if (!top) return false;
    const isNumber = top.document.input === '' && /^\d+$/.test(line.trim());
    const { talk, lines, effect }: Answer = answer(top.talk, isNumber ? `articles ${line}` : line, new Date());
    top.talk = talk;
    this.say(lines);
    // At once: whoever ends the terminal loses nothing.
    await this.#save();
    if (effect) await this.#perform(effect, top);
    return this.#open.length > 0;
  }

  async #perform(effect: TalkEffect, { document }: OpenTalk): Promise<void> {
    switch (effect.type) {
      case 'quit':
        return this.#close();
      case 'browse':
        return openInBrowser(effect.url, (why) => this.say([oneLine(why)]));
      case 'copy':
        return copyToSystem(effect.text);
      case 'open':
        return this.#load(effect.input);
      case 'reload':
        if (document.input === '' || document.input === '-') return this.say(['There is no source to read again.']);
        return this.#load(document.input, true);
    }
  }

  async #load(input: string, isAgain = false): Promise<void> {
    this.say([`Opening ${oneLine(input)}`]);
    const loaded = await this.#options.load(input);
    if (!loaded.ok) return this.say([oneLine(loaded.message)]);
    if (isAgain) this.#open.pop();
    await this.open(loaded.document);
  }

  #close(): void {
    this.#open.pop();
    const below = this.#open.at(-1);
    if (below?.document.input === '') return this.#sayList();
    if (below) this.say([`Back in: ${oneLine(below.document.article.meta.title ?? below.document.input)}`]);
  }

  /** A page of our own is nothing but its list. */
  #sayList(): void {
    const top = this.#open.at(-1);
    if (!top) return;
    const { lines } = answer(top.talk, 'articles', new Date());
    this.say([`${oneLine(top.document.article.meta.title ?? '')}.`, ...lines]);
  }

  async #save(): Promise<void> {
    const top = this.#open.at(-1);
    if (!top || top.document.input === '') return;
    const { talk } = top;
    const kept: ArticleState = setPosition(talk.kept, talk.spoken.article, { offset: offsetOf(talk) }, new Date());
    top.talk = { ...talk, kept };
    const saved = await this.#library.save(kept);
    if (!saved.ok) this.say([`Your place was not saved: ${oneLine(saved.error.message)}`]);
  }
}
