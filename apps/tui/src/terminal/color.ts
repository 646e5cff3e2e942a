import type { ColorDepth } from '../theme/theme.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How many colours to use. `NO_COLOR` (no-color.org) turns colours off whatever the terminal can;
 * `COLORTERM` and `TERM` say what it can.
 */
export function colorDepth(environment: Environment): ColorDepth {
  const { NO_COLOR, COLORTERM, TERM = '' } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return 'none';
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit' || TERM.endsWith('-direct')) return 'true';
  return TERM.includes('256color') ? '256' : '16';
}

/** Whether a full screen can be drawn at all. */
export function canDraw({ TERM }: Environment): boolean {
  return TERM !== 'dumb';
}
