/** A line as Ink hands it over, with the functions of the components around it. */
interface WriteOptions {
  transformers: readonly ((line: string, index: number) => string)[];
}

/**
 * Takes the place of Ink's `Output` in the bundle. The reader draws one canvas of rows that are styled and
 * cut to the width already, so nothing needs to be taken apart into cells, which is four fifths of what
 * a frame costs in stock Ink. Several pieces in one row are put one after the other.
 */
export default class RowOutput {
  readonly width: number;
  readonly height: number;
  readonly #rows: string[];

  constructor({ width, height }: { width: number; height: number }) {
    this.width = width;
    this.height = height;
    this.#rows = Array.from({ length: height }, () => '');
  }

  write(x: number, y: number, block: string, { transformers }: WriteOptions): void {
    for (const [index, line] of block.split('\n').entries()) {
      const row = this.#rows[y + index];
      if (row === undefined) break;
      const styled = transformers.reduce((text, transform) => transform(text, index), line);
      this.#rows[y + index] = row === '' ? ' '.repeat(x) + styled : row + styled;
    }
  }

  /** Ink's own error screen asks for it; nothing here is larger than the screen. */
  clip(): void {}

  unclip(): void {}

  get(): { output: string; height: number } {
    return { output: this.#rows.join('\n'), height: this.height };
  }
}
