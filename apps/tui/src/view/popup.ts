import { type PopupMode, popupLines, popupMeasure, popupRoom } from '../reader/popup.ts';
import type { State } from '../reader/state.ts';
import type { Painter } from '../theme/painter.ts';
import { visualText } from '../layout/visual-text.ts';
import { fit, truncate } from './fit.ts';

/** Rows of a short text: a rule with its title, as much of the text as has room, and a row that says what is left. */
export function popupRows(state: State, mode: PopupMode, painter: Painter): string[] {
  const { columns } = state.size;
  const width = popupMeasure(columns);
  const left = ' '.repeat(Math.max(0, Math.floor((columns - width) / 2)));
  const lines = popupLines(mode, columns);
  const room = popupRoom(state);
  const first = Math.min(mode.scroll ?? 0, Math.max(0, lines.length - room));
  const shown = lines.slice(first, first + room);
  const rule = `── ${truncate(mode.title, Math.max(1, width - 4))} `;
  const below = lines.length - first - shown.length;
  const above = first > 0 ? `${first} above` : '';
  const rest = [below > 0 ? `${below} more below, j` : '', above].filter((part) => part !== '').join(' · ');
  return [
    painter.chrome(
      'windowDim',
      fit(left + rule + '─'.repeat(Math.max(0, columns - left.length - rule.length)), columns),
    ),
    ...shown.map((line) => painter.chrome('window', fit(left + visualText(line), columns))),
    painter.chrome('windowDim', fit(left + rest, columns)),
  ];
}
