/** How images are drawn: as the terminal can, in one way, or not at all. */
export const IMAGE_SETTINGS = ['auto', 'blocks', 'none'] as const;
export type ImageSetting = (typeof IMAGE_SETTINGS)[number];
