import { cutHalfBlocks, halfBlocks, type ColorCode } from './encode/half-blocks.ts';
import { kittyDelete, kittyRow } from './encode/kitty.ts';
import { stripRow } from './encode/strips.ts';
import { type PixelSize, readHeader } from './image-header.ts';
import type { ImageSource } from './image-source.ts';
import type { Picture, PictureJob, PictureSlice, Protocol } from './picture.ts';
import { RecentMap } from './recent-map.ts';
import type { Workshop } from './workshop.ts';

/** How the pictures of one article reach the terminal. */
export interface GalleryOptions {
  source: ImageSource;
  workshop: Workshop;
  protocol: Protocol;
  cell: PixelSize;
  color: ColorCode;
  /** Colours of an image in sixels. */
  registers: number;
  /** A number that no image in the terminal has. */
  nextId: () => number;
  /** Sends something to the terminal that is not for the screen. */
  send: (sequences: string) => void;
  /** A picture can be drawn now. */
  onReady: () => void;
  /** The size of an image that had to be fetched; `undefined` for one that cannot be shown. */
  onSize: (url: string, size: PixelSize | undefined) => void;
}

type Entry = { state: 'waiting' | 'failed' } | { state: 'ready'; picture: Picture; rows?: PaintedRows };

/** Half blocks as they were painted last, and on what page. */
interface PaintedRows {
  page: string;
  rows: readonly string[];
}

/**
 * Shift in, which changes nothing. Ink compares rows of nothing but text and styles by their characters, to draw only
 * what differs: for rows of a picture that took 1.2 to 1.7 ms a frame; drawn as wholes they take 0.06 ms.
 */
const AS_A_WHOLE = '\u000F';
/** Pictures kept ready: some screens of them. */
const MOST_KEPT = 64;
/** Fetches at a time. */
const MOST_FETCHES = 4;

/** The pictures of one article: loads and makes what is asked for, what is on the screen first. */
export class Gallery {
  readonly #options: GalleryOptions;
  readonly #entries: RecentMap<string, Entry>;
  readonly #numbers = new Map<string, number>();
  readonly #end = new AbortController();
  /** What waits for its turn; the last comes first. */
  readonly #jobs: { key: string; slice: PictureSlice; bytes: Uint8Array }[] = [];
  readonly #loads: (() => Promise<void>)[] = [];
  #loading = 0;
  #isWorking = false;
  #isClosed = false;

  constructor(options: GalleryOptions) {
    this.#options = options;
    this.#entries = new RecentMap(MOST_KEPT, undefined, (entry) => this.#forget(entry));
  }

  /** A row of a picture as text, cut to `columns` cells; `undefined` while it is not there, which asks for it. */
  row(slice: PictureSlice, columns: number, page: string): string | undefined {
    const entry = this.#entries.get(this.#keyOf(slice));
    if (entry?.state === 'ready') return this.#draw(entry, slice, columns, page);
    if (!entry) this.want(slice);
    return undefined;
  }

  /** Asks for a picture that will be drawn soon. */
  want(slice: PictureSlice): void {
    const key = this.#keyOf(slice);
    if (this.#isClosed || this.#entries.get(key)) return;
    this.#entries.set(key, { state: 'waiting' });
    this.#loads.push(() => this.#load(key, slice));
    // Not now: a frame is being drawn.
    setImmediate(() => this.#startLoads());
  }

  close(): void {
    this.#isClosed = true;
    this.#end.abort();
    this.#jobs.length = 0;
    this.#loads.length = 0;
    for (const entry of this.#entries.values()) this.#forget(entry);
  }

  /** Sequences that take from the terminal what it has been given. */
  leave(): string {
    const ids = [...this.#entries.values()].flatMap((entry) =>
      entry.state === 'ready' && entry.picture.kind === 'kitty' ? [entry.picture.id] : [],
    );
    return ids.map(kittyDelete).join('');
  }

  #forget(entry: Entry): void {
    if (entry.state === 'ready' && entry.picture.kind === 'kitty') this.#options.send(kittyDelete(entry.picture.id));
  }

  #draw(entry: Entry & { state: 'ready' }, slice: PictureSlice, columns: number, page: string): string | undefined {
    const { picture } = entry;
    const isWhole = columns >= slice.columns;
    if (picture.kind === 'blocks') {
      if (entry.rows?.page !== page) {
        entry.rows = { page, rows: halfBlocks(picture.raster, this.#options.color, page) };
      }
      const row = entry.rows.rows[slice.row] ?? '';
      return AS_A_WHOLE + (isWhole ? row : cutHalfBlocks(row, columns));
    }
    if (picture.kind === 'kitty') return AS_A_WHOLE + kittyRow(picture.id, slice.row, columns, page);
    const strip = picture.rows[slice.row];
    // Part of a strip cannot be drawn.
    return isWhole && strip !== undefined ? stripRow(strip, columns, page) : undefined;
  }

  #startLoads(): void {
    while (this.#loading < MOST_FETCHES) {
      const load = this.#loads.pop();
      if (!load) return;
      this.#loading++;
      // What cannot be loaded stays blank.
      void load()
        .catch(() => undefined)
        .finally(() => {
          this.#loading--;
          this.#startLoads();
        });
    }
  }

  async #load(key: string, slice: PictureSlice): Promise<void> {
    const { url } = slice;
    const { source, onSize } = this.#options;
    const bytes = await source.load(url, this.#end.signal);
    if (this.#isClosed) return;
    const header = bytes && readHeader(bytes);
    const size = header === 'more' ? undefined : header;
    if (source.isRemote(url)) onSize(url, size);
    if (!bytes || !size) return this.#fail(key, url);
    this.#jobs.push({ key, slice, bytes });
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    const { workshop, cell } = this.#options;
    for (let job = this.#jobs.pop(); job; job = this.#jobs.pop()) {
      const { key, slice, bytes } = job;
      const box = { columns: slice.columns, rows: slice.rows };
      try {
        const picture = await workshop.make({ bytes, box, cell, form: this.#form() });
        if (this.#isClosed) break;
        this.#entries.set(key, { state: 'ready', picture });
        if (picture.kind === 'kitty') this.#options.send(picture.upload);
        this.#options.onReady();
      } catch {
        this.#fail(key, slice.url);
      }
    }
    this.#isWorking = false;
  }

  #form(): PictureJob['form'] {
    const { protocol, registers, nextId } = this.#options;
    if (protocol === 'kitty') return { protocol, id: nextId() };
    return protocol === 'sixel' ? { protocol, registers } : { protocol };
  }

  #fail(key: string, url: string): void {
    this.#entries.set(key, { state: 'failed' });
    if (!this.#isClosed) this.#options.onSize(url, undefined);
  }

  /** A picture's name here. An embedded image's address may be megabytes long: it is no part of it. */
  #keyOf({ url, columns, rows }: PictureSlice): string {
    let number = this.#numbers.get(url);
    if (number === undefined) this.#numbers.set(url, (number = this.#numbers.size));
    return `${number} ${columns}x${rows}`;
  }
}
