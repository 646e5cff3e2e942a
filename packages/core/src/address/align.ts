/** How a pattern lies in a window of text where it is most alike. */
export interface Alignment {
  /** For each code unit of the pattern the offset in the window that it lies on; -1 where it is left out. */
  places: Int32Array;
  /** For each code unit of the pattern whether the window has another one in its place, or none. */
  differs: Uint8Array;
}

const BOTH = 0;
const PATTERN = 1;
const WINDOW = 2;

/**
 * Lays a pattern into a window with the fewest edits; what stands in the window before and after it costs
 * nothing (Sellers 1980). Takes time and memory in the product of the two lengths: keep them short.
 */
export function align(pattern: string, window: string): Alignment {
  const width = window.length + 1;
  const steps = new Uint8Array((pattern.length + 1) * width);
  let row = new Uint16Array(width);
  let above = new Uint16Array(width);
  for (let i = 1; i <= pattern.length; i++) {
    [row, above] = [above, row];
    row[0] = i;
    steps[i * width] = PATTERN;
    const unit = pattern.charCodeAt(i - 1);
    for (let j = 1; j < width; j++) {
      // All three neighbours are in range.
      const both = (above[j - 1] as number) + (unit === window.charCodeAt(j - 1) ? 0 : 1);
      const leaveOut = (above[j] as number) + 1;
      const skip = (row[j - 1] as number) + 1;
      const cost = Math.min(both, leaveOut, skip);
      row[j] = cost;
      steps[i * width + j] = cost === both ? BOTH : cost === leaveOut ? PATTERN : WINDOW;
    }
  }
  let end = 0;
  for (let j = 1; j < width; j++) if ((row[j] as number) < (row[end] as number)) end = j;
  return trace(pattern, window, steps, end);
}

function trace(pattern: string, window: string, steps: Uint8Array, end: number): Alignment {
  const places = new Int32Array(pattern.length).fill(-1);
  const differs = new Uint8Array(pattern.length).fill(1);
  const width = window.length + 1;
  let j = end;
  for (let i = pattern.length; i > 0;) {
    const step = steps[i * width + j];
    if (step === WINDOW) {
      j--;
      continue;
    }
    i--;
    if (step === PATTERN) continue;
    j--;
    places[i] = j;
    differs[i] = pattern.charCodeAt(i) === window.charCodeAt(j) ? 0 : 1;
  }
  return { places, differs };
}
