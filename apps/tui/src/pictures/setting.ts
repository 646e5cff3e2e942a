import { PROTOCOLS } from './picture.ts';

/** How images are drawn: as the terminal can, in one way, or not at all. */
export const IMAGE_SETTINGS = ['auto', ...PROTOCOLS, 'none'] as const;
export type ImageSetting = (typeof IMAGE_SETTINGS)[number];
