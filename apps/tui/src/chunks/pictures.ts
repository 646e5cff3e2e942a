import path from 'node:path';
import { Workshop } from '../pictures/workshop.ts';

export { Gallery } from '../pictures/gallery.ts';

/** The workshop of this build. */
export function createWorkshop(): Workshop {
  return new Workshop(path.join(__dirname, 'picture-worker.js'));
}
