import { createPainter, type Painter } from '../theme/painter.ts';
import type { ColorDepth } from '../theme/theme.ts';
import { THEMES } from '../theme/themes.ts';

/** A painter for each theme, made when it is first used. */
export class Painters {
  readonly #depth: ColorDepth;
  readonly #hyperlinks: boolean;
  readonly #painters = new Map<string, Painter>();

  constructor(depth: ColorDepth, hyperlinks: boolean) {
    this.#depth = depth;
    this.#hyperlinks = hyperlinks;
  }

  /** The painter of a theme; of the default one where there is none of that name. */
  of(name: string): Painter {
    let painter = this.#painters.get(name);
    if (!painter) {
      const theme = THEMES.find((candidate) => candidate.name === name) ?? THEMES[0];
      if (!theme) throw new Error('there is no theme');
      painter = createPainter({ theme, depth: this.#depth, hyperlinks: this.#hyperlinks });
      this.#painters.set(name, painter);
    }
    return painter;
  }
}
