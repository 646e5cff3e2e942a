import { painted } from './images.ts';
import type { Raster } from '../src/pictures/raster.ts';

/** Draws sixels, as a terminal does. */
export function decodeSixel(text: string): Raster {
  const start = /^\u001BP0;1q"1;1;(\d+);(\d+)/.exec(text);
  if (!start || !text.endsWith('\u001B\\')) throw new Error('no sixels');
  const [width, height] = [Number(start[1]), Number(start[2])];
  const raster = painted(width, height, () => [0, 0, 0, 0]);
  const colors = new Map<number, number[]>();
  let [color, x, top] = [0, 0, 0];
  const tokens = text.slice(start[0].length, -2).matchAll(/#(\d+)(?:;2;(\d+);(\d+);(\d+))?|(?:!(\d+))?([?-~])|[$-]/g);
  for (const [token, index, red, green, blue, count = '1', character] of tokens) {
    if (token === '$') x = 0;
    else if (token === '-') [x, top] = [0, top + 6];
    else if (index !== undefined) {
      color = Number(index);
      if (red !== undefined)
        colors.set(
          color,
          [red, green, blue].map((value) => Math.round(Number(value) * 2.55)),
        );
    } else if (character !== undefined) {
      const bits = character.charCodeAt(0) - 63;
      for (let i = 0; i < Number(count); i++, x++) {
        for (let bit = 0; bit < 6; bit++) {
          if ((bits & (1 << bit)) === 0) continue;
          if (x >= width || top + bit >= height) throw new Error('sixels beyond the image');
          raster.data.set([...(colors.get(color) ?? []), 255], ((top + bit) * width + x) * 4);
        }
      }
    }
  }
  return raster;
}
