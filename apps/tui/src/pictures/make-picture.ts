import type { Decoder } from './decode/decode.ts';
import { kittyUpload } from './encode/kitty.ts';
import { itermStrips, sixelStrips } from './encode/strips.ts';
import { scaleInto } from './fit-picture.ts';
import type { Picture, PictureJob } from './picture.ts';
import type { Raster } from './raster.ts';
import { scaleOnto } from './scale.ts';

/** Decodes, scales and encodes. Rejects with the reason where the bytes are no image that can be shown. */
export async function makePicture(job: PictureJob, decoder: Decoder): Promise<Picture> {
  const image = await decoder.decode(job.bytes);
  const { box, cell, form } = job;
  const raster = scaled(job, image);
  switch (form.protocol) {
    case 'kitty':
      return { kind: 'kitty', id: form.id, upload: kittyUpload(raster, form.id, box) };
    case 'iterm':
      return { kind: 'strips', rows: itermStrips(raster, cell) };
    case 'sixel':
      return { kind: 'strips', rows: sixelStrips(raster, cell, form.registers) };
    case 'blocks':
      return { kind: 'blocks', raster };
  }
}

/** The image on a canvas of the size of its cells. */
function scaled({ box, cell, form }: PictureJob, image: Raster): Raster {
  // A half block is a pixel as wide as its cell and half as high.
  const unit = form.protocol === 'blocks' ? { width: 1, height: 2 } : cell;
  const scale = scaleInto(image, cell, box);
  const canvas = { width: box.columns * unit.width, height: box.rows * unit.height };
  return scaleOnto(canvas, image, {
    width: Math.max(1, Math.round(((image.width * scale) / cell.width) * unit.width)),
    height: Math.max(1, Math.round(((image.height * scale) / cell.height) * unit.height)),
  });
}
