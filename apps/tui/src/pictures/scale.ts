import type { PixelSize } from './image-header.ts';
import { blankRaster, type Raster } from './raster.ts';

/** Which source pixels make a target pixel, and how much of each: from `first` on. */
interface Share {
  first: number;
  weights: Float32Array;
}

/**
 * Scales an image to `size` and puts it at the top left of a canvas, clear elsewhere. Every pixel is the mean of
 * the area it stands for, weighted by opacity, so that no fine line is lost and no clear pixel leaves a fringe.
 */
export function scaleOnto(canvas: PixelSize, image: Raster, size: PixelSize): Raster {
  const width = Math.min(canvas.width, size.width);
  const height = Math.min(canvas.height, size.height);
  const raster = blankRaster(canvas.width, canvas.height);
  const columns = sharesOf(image.width, width);
  const rows = sharesOf(image.height, height);
  const line = new Float32Array(width * 4);
  const sums = new Float32Array(width * 4);
  for (let y = 0; y < height; y++) {
    const { first, weights } = rows[y] as Share; // one for each row
    sums.fill(0);
    for (const [index, weight] of weights.entries()) {
      scaleLine(image, first + index, columns, line);
      for (let i = 0; i < line.length; i++) sums[i] = (sums[i] ?? 0) + (line[i] ?? 0) * weight;
    }
    const at = y * canvas.width * 4;
    for (let i = 0; i < sums.length; i += 4) {
      const opacity = sums[i + 3] ?? 0;
      if (opacity <= 0) continue;
      for (let channel = 0; channel < 3; channel++) {
        raster.data[at + i + channel] = Math.round(Math.min(255, ((sums[i + channel] ?? 0) / opacity) * 255));
      }
      raster.data[at + i + 3] = Math.round(Math.min(255, opacity));
    }
  }
  return raster;
}

/** One line at the target's width; colours are multiplied by their opacity (0 to 1). */
function scaleLine({ data, width }: Raster, y: number, columns: readonly Share[], line: Float32Array): void {
  const start = y * width * 4;
  let target = 0;
  for (const { first, weights } of columns) {
    let [red, green, blue, opacity] = [0, 0, 0, 0];
    let at = start + first * 4;
    for (let i = 0; i < weights.length; i++, at += 4) {
      const alpha = (data[at + 3] ?? 0) * (weights[i] ?? 0);
      const share = alpha / 255;
      red += (data[at] ?? 0) * share;
      green += (data[at + 1] ?? 0) * share;
      blue += (data[at + 2] ?? 0) * share;
      opacity += alpha;
    }
    line[target] = red;
    line[target + 1] = green;
    line[target + 2] = blue;
    line[target + 3] = opacity;
    target += 4;
  }
}

/** How the `from` pixels of a side make `to`. */
function sharesOf(from: number, to: number): Share[] {
  return Array.from({ length: to }, (_, index): Share => {
    const start = (index * from) / to;
    const end = ((index + 1) * from) / to;
    const first = Math.min(from - 1, Math.floor(start));
    const last = Math.max(first, Math.min(from, Math.ceil(end)) - 1);
    const weights = new Float32Array(last - first + 1);
    for (let i = 0; i < weights.length; i++) {
      const covered = Math.min(end, first + i + 1) - Math.max(start, first + i);
      weights[i] = covered / (end - start);
    }
    return { first, weights };
  });
}
