import { GifReader } from 'omggif';
import { blankRaster, type Raster } from '../raster.ts';

/** The first picture of a GIF. Throws on what is none. */
export function decodeGif(bytes: Uint8Array): Raster {
  const reader = new GifReader(bytes);
  const raster = blankRaster(reader.width, reader.height);
  const { x, y, width, height } = reader.frameInfo(0);
  // A frame may not reach beyond the image, or its pixels would come to lie in other rows.
  if (x + width > raster.width || y + height > raster.height) throw new Error('a GIF larger than itself');
  reader.decodeAndBlitFrameRGBA(0, raster.data);
  return raster;
}
