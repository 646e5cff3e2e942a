import { createPainter, type Painter } from '../theme/painter.ts';
import type { ColorDepth } from '../theme/theme.ts';
import { THEMES } from '../theme/themes.ts';

/** A painter for each theme and number of colours, made when it is first used. */
export class Painters {
  readonly #hyperlinks: boolean;
  readonly #painters = new Map<string, Painter>();

  constructor(hyperlinks: boolean) {
    this.#hyperlinks = hyperlinks;
  }

  /** The painter of a theme; of the default one where there is none of that name. */
  of(name: string, depth: ColorDepth): Painter {
    const key = `${name} ${depth}`;
    let painter = this.#painters.get(key);
    if (!painter) {
      const theme = THEMES.find((candidate) => candidate.name === name) ?? THEMES[0];
      if (!theme) throw new Error('there is no theme');
      painter = createPainter({ theme, depth, hyperlinks: this.#hyperlinks });
      this.#painters.set(key, painter);
    }
    return painter;
  }
}
