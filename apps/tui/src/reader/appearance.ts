import { MAX_MEASURE, MIN_MEASURE } from '../layout/options.ts';
import { THEME_NAMES, themeInEffect } from '../theme/choose-theme.ts';
import { keepPlace } from './move.ts';
import { relayout } from './start.ts';
import { FOCUSES, say, type State } from './state.ts';

/** Columns that one key adds to the measure or takes away. */
const MEASURE_STEP = 5;

/** Makes lines longer or shorter. */
export function changeMeasure(state: State, steps: number): State {
  return setMeasure(state, state.measure + steps * MEASURE_STEP);
}

export function setMeasure(state: State, wanted: number): State {
  const measure = Math.max(MIN_MEASURE, Math.min(MAX_MEASURE, wanted));
  return say({ ...relayout(state, { measure }), measure }, `${measure} columns`);
}

/** Stretches lines to the full measure, or leaves them ragged again. */
export function toggleJustify(state: State): State {
  const justify = state.flow.options.justify !== true;
  const justified = relayout(state, { justify });
  if (!justify) return say(justified, 'Ragged lines');
  return { ...say(justified, 'Justified lines'), effects: [...justified.effects, { type: 'hyphenate' }] };
}

/** Goes to the next theme. */
export function nextTheme(state: State): State {
  const theme = THEME_NAMES[(THEME_NAMES.indexOf(state.theme) + 1) % THEME_NAMES.length] ?? state.theme;
  const drawn = themeInEffect(theme, state.colors);
  return say({ ...state, theme }, `Theme: ${theme === drawn ? theme : `${theme} (${drawn})`}`);
}

/** Shows the text alone, or everything again. */
export function toggleZen(state: State): State {
  return keepPlace({ ...state, zen: !state.zen });
}

/** Dims all but the sentence, the paragraph or the line that one is at; then nothing again. */
export function nextFocus(state: State): State {
  const focus = FOCUSES[(FOCUSES.indexOf(state.focus) + 1) % FOCUSES.length] ?? 'none';
  return say({ ...state, focus }, focus === 'none' ? 'No focus' : `Focus on the ${focus}`);
}
