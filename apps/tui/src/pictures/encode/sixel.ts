import type { Raster } from '../raster.ts';

/** Colours for an image, and the nearest of them for each of 262,144 shades (six bits of red, green and blue). */
export interface Palette {
  colors: readonly (readonly [red: number, green: number, blue: number])[];
  nearest: Uint8Array;
}

/** Pixels of one height that a character shows. */
const BAND = 6;
const BITS = 6;
const SHADES = 1 << (3 * BITS);
/** The highest value of six bits. */
const TOP = (1 << BITS) - 1;
/** Less opaque than this shows the page. */
const OPAQUE = 128;
/** A colour index for nothing. */
const CLEAR = 255;

/**
 * Chooses up to `most` colours for an image by cutting the space of its colours where they differ most, again and
 * again (median cut, Heckbert 1982).
 */
export function paletteOf({ data }: Raster, most: number): Palette {
  const counts = new Uint32Array(SHADES);
  for (let i = 0; i < data.length; i += 4) {
    if ((data[i + 3] ?? 0) >= OPAQUE) counts[shadeAt(data, i)] = (counts[shadeAt(data, i)] ?? 0) + 1;
  }
  const used: number[] = [];
  for (const [shade, count] of counts.entries()) if (count > 0) used.push(shade);
  const boxes = cutApart(used, counts, Math.max(2, Math.min(CLEAR, most)));
  const nearest = new Uint8Array(SHADES);
  const colors = boxes.map((shades, index) => {
    const sums = [0, 0, 0];
    let total = 0;
    for (const shade of shades) {
      const count = counts[shade] ?? 0;
      for (let channel = 0; channel < 3; channel++)
        sums[channel] = (sums[channel] ?? 0) + level(shade, channel) * count;
      total += count;
      nearest[shade] = index;
    }
    const [red = 0, green = 0, blue = 0] = sums.map((sum) => (sum / total) * (255 / TOP));
    return [red, green, blue] as const;
  });
  return { colors, nearest };
}

/** Cuts sets of shades in two until there are `most`: the one of the widest range first, at its median. */
function cutApart(used: readonly number[], counts: Uint32Array, most: number): number[][] {
  if (used.length === 0) return [];
  const boxes = [{ shades: [...used], ...spread(used) }];
  while (boxes.length < most) {
    let widest = 0;
    for (const [index, { range }] of boxes.entries()) if (range > (boxes[widest]?.range ?? 0)) widest = index;
    const box = boxes[widest];
    if (!box || box.range === 0) break;
    const sorted = box.shades.toSorted((a, b) => level(a, box.channel) - level(b, box.channel));
    const total = sorted.reduce((sum, shade) => sum + (counts[shade] ?? 0), 0);
    let passed = 0;
    let cut = 0;
    while (cut < sorted.length - 1 && passed < total / 2) passed += counts[sorted[cut++] ?? 0] ?? 0;
    const [left, right] = [sorted.slice(0, cut), sorted.slice(cut)];
    boxes[widest] = { shades: left, ...spread(left) };
    boxes.push({ shades: right, ...spread(right) });
  }
  return boxes.map(({ shades }) => shades);
}

/** The channel in which shades differ most, and by how much. */
function spread(shades: readonly number[]): { channel: number; range: number } {
  let channel = 0;
  let range = -1;
  for (let candidate = 0; candidate < 3; candidate++) {
    let [least, most] = [TOP, 0];
    for (const shade of shades) {
      const value = level(shade, candidate);
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (most - least > range) [channel, range] = [candidate, most - least];
  }
  return { channel, range };
}

/** A raster as sixels (DEC VT330/VT340, chapter 14), clear where it is; its size is said in pixels. */
export function encodeSixel({ width, height, data }: Raster, { colors, nearest }: Palette): string {
  const pixels = new Uint8Array(width * height).fill(CLEAR);
  const used = new Set<number>();
  for (let i = 0; i < pixels.length; i++) {
    if ((data[i * 4 + 3] ?? 0) < OPAQUE) continue;
    const color = nearest[shadeAt(data, i * 4)] ?? 0;
    pixels[i] = color;
    used.add(color);
  }
  let sixels = `\u001BP0;1q"1;1;${width};${height}`;
  for (const color of used) sixels += `#${color};2;${(colors[color] ?? []).map(percent).join(';')}`;
  for (let top = 0; top < height; top += BAND) {
    if (top > 0) sixels += '-';
    sixels += encodeBand(pixels, width, top, Math.min(BAND, height - top));
  }
  return `${sixels}\u001B\\`;
}

/** Six rows of pixels: for each colour in them a row of characters, one over the other. */
function encodeBand(pixels: Uint8Array, width: number, top: number, height: number): string {
  const rows = new Map<number, Uint8Array>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const color = pixels[(top + y) * width + x] ?? CLEAR;
      if (color === CLEAR) continue;
      let bits = rows.get(color);
      if (!bits) rows.set(color, (bits = new Uint8Array(width)));
      bits[x] = (bits[x] ?? 0) | (1 << y);
    }
  }
  return [...rows].map(([color, bits]) => `#${color}${runs(bits)}`).join('$');
}

/** Characters for columns of six pixels, repeats counted; clear ones at the end are left out. */
function runs(bits: Uint8Array): string {
  let text = '';
  let end = bits.length;
  while (end > 0 && bits[end - 1] === 0) end--;
  for (let at = 0; at < end;) {
    let next = at + 1;
    while (next < end && bits[next] === bits[at]) next++;
    const character = String.fromCharCode(63 + (bits[at] ?? 0));
    text += next - at > 3 ? `!${next - at}${character}` : character.repeat(next - at);
    at = next;
  }
  return text;
}

function shadeAt(data: Raster['data'], at: number): number {
  const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  return ((red >> 2) << (2 * BITS)) | ((green >> 2) << BITS) | (blue >> 2);
}

/** One of the three values of a shade, 0 to 63. */
function level(shade: number, channel: number): number {
  return (shade >> ((2 - channel) * BITS)) & TOP;
}

function percent(value: number): number {
  return Math.round((value * 100) / 255);
}
