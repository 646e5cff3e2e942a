import type { Environment } from './color.ts';

/**
 * Whether the environment asks for text that is read aloud. `ACCESSIBLE` is what programs for terminals go by,
 * `INK_SCREEN_READER` what programs made with Ink do. Nothing else tells without guessing: that a screen reader is
 * installed, or runs for somebody, says nothing about who sits here.
 */
export function asksForSpeech({ ACCESSIBLE, INK_SCREEN_READER }: Environment): boolean {
  return isOn(ACCESSIBLE) || isOn(INK_SCREEN_READER);
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:|0|no|false|off)$/i.test(value);
}
