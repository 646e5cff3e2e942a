import process from 'node:process';
import type { Draft } from '@lede/core';
import type { PictureRoom } from '../layout/options.ts';
import { relayout, replacePictures } from '../reader/start.ts';
import { bodyRows, complain, say, type State } from '../reader/state.ts';
import type { Store } from '../reader/store.ts';
import { colorDepth } from '../terminal/color.ts';
import { cellOf, protocolOf } from '../terminal/graphics.ts';
import type { Size } from '../terminal/session.ts';
import type { TerminalTraits } from '../terminal/traits.ts';
import type { PaintPicture } from '../theme/painter.ts';
import { rgbCode } from '../theme/sgr.ts';
import type { Gallery } from './gallery.ts';
import type { PixelSize } from './image-header.ts';
import type { ImageSource } from './image-source.ts';
import type { Protocol } from './picture.ts';
import { NO_ROOM, roomOf, slicesOf, USUAL_CELL } from './picture-room.ts';
import type { ImageSetting } from './setting.ts';
import type { Workshop } from './workshop.ts';

/** An article's images, and the room that they have got. */
interface Illustrated {
  source: ImageSource;
  /** What has been found of images since: their size, `undefined` for those that cannot be shown. */
  known: Map<string, PixelSize | undefined>;
  /** Those of them that still have the room that they had before. */
  unsettled: Set<string>;
  room: PictureRoom;
  /** Whether it has no images; found out while nothing else is to be done. */
  isText?: boolean;
  /** The `#turn` that the room is of. */
  turn: number;
}

/** Colours of an image in sixels, where the terminal does not say: those of the VT340's successors. */
const USUAL_REGISTERS = 256;
/** After this much quiet what comes next is prepared. */
const QUIET_MS = 150;

/**
 * Draws images: decides how, gives the layout their sizes and the painter their rows. Decoding is done elsewhere
 * (`Gallery`), which is loaded with the first picture. What arrives late never moves what is on the screen.
 */
export class Illustrator {
  readonly #articles = new WeakMap<Draft, Illustrated>();
  readonly #isAutomatic: boolean;
  readonly #send: (sequences: string) => void;
  /** How images are drawn; `undefined` for not at all. */
  #protocol: Protocol | undefined;
  /** The best that the terminal can. */
  #able: Protocol = 'blocks';
  #cell: PixelSize = USUAL_CELL;
  #registers = USUAL_REGISTERS;
  /** Turns what goes to the terminal into what tmux hands on to it. */
  #wrap: (sequences: string) => string = (sequences) => sequences;
  #lastId = 0;
  /** The pictures of the article on the screen: what the terminal and the network know of is never more than one's. */
  #hung: { images: Illustrated; gallery: Gallery } | undefined;
  #isChosen = false;
  /** Counts the changes of how images are drawn. */
  #turn = 0;
  #store: Store | undefined;
  #quiet: NodeJS.Timeout | undefined;
  #rooms: { Gallery: typeof Gallery; workshop: Workshop } | 'loading' | undefined;

  /** `send`: writes to the terminal what is not for the screen. */
  constructor(setting: ImageSetting, send: (sequences: string) => void) {
    this.#send = (sequences) => send(this.#wrap(sequences));
    this.#isAutomatic = setting === 'auto';
    if (setting !== 'auto' && setting !== 'none') {
      this.#protocol = setting;
      this.#able = setting;
    }
    if (process.env['TMUX'] !== undefined) void this.#learnOfTmux(setting);
  }

  /** Goes by what the terminal has told of itself. */
  learn(traits: TerminalTraits, size: Size): void {
    const cell = cellOf(traits, size) ?? this.#cell;
    const isSame = cell.width === this.#cell.width && cell.height === this.#cell.height;
    this.#cell = cell;
    this.#registers = traits.registers ?? this.#registers;
    const able = this.#isAutomatic ? protocolOf(process.env, traits) : undefined;
    if (able && able !== this.#able) this.#offer(able);
    else if (!isSame && this.#protocol) this.#change(this.#protocol);
  }

  /** Whether images are drawn in the terminal's own pixels. */
  get goesByPixels(): boolean {
    return this.#protocol === 'iterm' || this.#protocol === 'sixel';
  }

  /** Forgets what the terminal holds: it may have lost it. Everything is made and sent anew. */
  reset(): void {
    this.#turn++;
  }

  /** Sequences that take back what the terminal holds. */
  readonly leave = (): string => this.#wrap(this.#hung?.gallery.leave() ?? '');

  /** Takes the images of an article that opens; gives the room that they need. */
  open(article: Draft, source: ImageSource): PictureRoom | undefined {
    this.#articles.set(article, this.#fresh(source, new Map()));
    return this.#protocol && this.#illustrated(article)?.room;
  }

  /** Begins to follow what is on the screen. */
  attach(store: Store): void {
    this.#store = store;
    store.subscribe(() => this.#follow());
    // What the first frame left blank is drawn now.
    if (slicesOf(store.state, 0, bodyRows(store.state)).length > 0) void this.#load();
    this.#follow();
  }

  /** Draws a row of a picture of an article. */
  painterOf(article: Draft): PaintPicture | undefined {
    if (!this.#protocol) return undefined;
    return (slice, columns, page) => this.#gallery(article)?.row(slice, columns, page);
  }

  /** Draws images, or shows their words alone again. */
  toggle(state: State): State {
    this.#isChosen = true;
    if (this.#protocol) {
      this.#use(undefined);
      return say(this.#laidOut(state), 'Images as words');
    }
    this.#use(this.#able);
    if (!state.article.blocks.some(({ type }) => type === 'image')) return say(state, 'No images here');
    return say(this.#laidOut(state), this.#able === 'blocks' ? 'Images in half blocks' : 'Images drawn');
  }

  /** Fetches the images of an article that did not come from the network, which otherwise causes no requests. */
  fetchAll(state: State): State {
    const images = this.#illustrated(state.article);
    if (!images) return state;
    const isMissing = state.article.blocks.some((block) => block.type === 'image' && images.source.isRemote(block.url));
    if (!isMissing) return complain(state, 'No images here come from the network');
    this.#isChosen = true;
    if (!this.#protocol) this.#use(this.#able);
    images.source.mayFetch = true;
    images.turn = -1;
    return say(this.#laidOut(state), 'Fetching images');
  }

  close(): void {
    clearTimeout(this.#quiet);
    this.#hung?.gallery.close();
    if (typeof this.#rooms === 'object') this.#rooms.workshop.close();
  }

  /** Draws in the way that the terminal turned out to know, unless someone has chosen another. */
  #offer(able: Protocol): void {
    this.#able = able;
    if (!this.#isChosen) this.#change(able);
  }

  /** Draws in another way, or in cells of another size, from now on. */
  #change(protocol: Protocol): void {
    this.#use(protocol);
    this.#store?.update((state) => this.#laidOut(state));
  }

  async #learnOfTmux(setting: ImageSetting): Promise<void> {
    if (setting !== 'auto' && setting !== 'kitty') return;
    const { passedThrough, tmuxPassesImages } = await import('../chunks/tmux.ts');
    if (setting === 'auto' && !(await tmuxPassesImages())) return;
    this.#wrap = passedThrough;
    this.#offer('kitty');
  }

  #use(protocol: Protocol | undefined): void {
    this.#protocol = protocol;
    this.#turn++;
  }

  /** The state with the room that images have now. */
  #laidOut(state: State): State {
    const room = this.#protocol && this.#illustrated(state.article)?.room;
    return relayout(state, { pictures: room ?? NO_ROOM });
  }

  #illustrated(article: Draft): Illustrated | undefined {
    const images = this.#articles.get(article);
    if (!images || images.turn === this.#turn) return images;
    const fresh = this.#fresh(images.source, images.known);
    this.#articles.set(article, fresh);
    return fresh;
  }

  #fresh(source: ImageSource, known: Illustrated['known']): Illustrated {
    const unsettled = new Set<string>();
    return { source, known, unsettled, room: roomOf(source, known, unsettled, this.#cell), turn: this.#turn };
  }

  #gallery(article: Draft): Gallery | undefined {
    if (typeof this.#rooms !== 'object') {
      // Nothing of it is loaded before the reader listens to keys.
      if (this.#store) void this.#load();
      return undefined;
    }
    const images = this.#illustrated(article);
    if (!images || !this.#protocol) return undefined;
    if (this.#hung?.images === images) return this.#hung.gallery;
    this.#hung?.gallery.close();
    const depth = colorDepth({ ...process.env, NO_COLOR: undefined });
    const gallery = new this.#rooms.Gallery({
      source: images.source,
      workshop: this.#rooms.workshop,
      protocol: this.#protocol,
      cell: this.#cell,
      registers: this.#registers,
      nextId: () => (process.pid & 0xffff) * 256 + (this.#lastId = (this.#lastId % 255) + 1),
      send: this.#send,
      color: (rgb, isBackground) => rgbCode(rgb, depth, isBackground),
      onReady: () => this.#refresh(),
      onSize: (url, size) => {
        images.known.set(url, size);
        images.unsettled.add(url);
        this.#settle();
      },
    });
    this.#hung = { images, gallery };
    return gallery;
  }

  async #load(): Promise<void> {
    if (this.#rooms !== undefined) return;
    this.#rooms = 'loading';
    const { createWorkshop, Gallery } = await import('../chunks/pictures.ts');
    this.#rooms = { Gallery, workshop: createWorkshop() };
    this.#refresh();
  }

  /** Draws the screen again. */
  #refresh(): void {
    if (this.#protocol) this.#store?.update((state) => ({ ...state }));
  }

  /** After a change of the state: another article may be on the screen, or other pictures about to be. */
  #follow(): void {
    if (!this.#protocol || !this.#store) return;
    const images = this.#articles.get(this.#store.state.article);
    if (images && images.unsettled.size > 0) setImmediate(() => this.#settle());
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#prepare(), QUIET_MS).unref();
  }

  #prepare(): void {
    const store = this.#store;
    if (!store || !this.#protocol) return;
    const { article, flow } = store.state;
    const images = this.#illustrated(article);
    if (!images) return;
    images.isText ??= !article.blocks.some(({ type }) => type === 'image');
    if (images.isText) return;
    // An article that lay below another is laid out as it was before the last change.
    if (flow.options.pictures !== images.room) store.update((state) => replacePictures(state, images.room));
    this.#settle();
    const { state } = store;
    const rows = bodyRows(state);
    for (const slice of slicesOf(state, rows, rows)) this.#gallery(article)?.want(slice);
  }

  /** Gives images their true room as soon as they are off the screen: nothing that one looks at moves. */
  #settle(): void {
    const store = this.#store;
    if (!store) return;
    const { article } = store.state;
    const images = this.#illustrated(article);
    if (!images || images.unsettled.size === 0) return;
    const inSight = new Set(slicesOf(store.state, 0, bodyRows(store.state)).map(({ url }) => url));
    const settled = [...images.unsettled].filter((url) => !inSight.has(url));
    if (settled.length === 0) return;
    for (const url of settled) images.unsettled.delete(url);
    images.room = roomOf(images.source, images.known, images.unsettled, this.#cell);
    store.update((state) => replacePictures(state, images.room));
  }
}
