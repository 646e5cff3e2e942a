/** Pixels: four bytes each (red, green, blue, opacity, not premultiplied), row by row from the top. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8Array<ArrayBuffer> | Uint8ClampedArray<ArrayBuffer>;
}

/** A raster without anything on it. */
export function blankRaster(width: number, height: number): Raster {
  return { width, height, data: new Uint8Array(width * height * 4) };
}
