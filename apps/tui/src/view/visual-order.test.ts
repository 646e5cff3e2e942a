import { parseMarkdown } from '@lede/core';
import { expect, test } from 'vitest';
import { visualText } from '../layout/visual-text.ts';
import { createKeymap } from '../reader/keymap.ts';
import { press } from '../reader/press.ts';
import { openArticle } from '../reader/start.ts';
import type { State } from '../reader/state.ts';
import { createPainter } from '../theme/painter.ts';
import { THEMES } from '../theme/themes.ts';
import { drawFrame } from './frame.ts';

const TITLE = 'שלום לעולם';
const SECTION = 'פרק ראשון';
const painter = createPainter({ theme: THEMES[0] as (typeof THEMES)[number], depth: 'none' });

function opened(): State {
  const result = parseMarkdown(`# ${TITLE}\n\nדברים.\n\n## ${SECTION}\n\nמילים.\n`);
  if (!result.ok) throw new Error(result.error.message);
  return openArticle(result.article, { columns: 60, rows: 10 });
}

test('right-to-left titles stand in visual order in the status row, each by itself', () => {
  const keymap = createKeymap();
  const state = press(opened(), ']', keymap);
  expect(drawFrame(state, painter).at(-1)).toContain(`${visualText(TITLE)} · ${visualText(SECTION)}`);
  expect(visualText(TITLE)).toBe('םלועל םולש');
});

test('right-to-left headings stand in visual order in the outline', () => {
  const rows = drawFrame(press(opened(), 't', createKeymap()), painter);
  expect(rows.some((row) => row.includes(visualText(SECTION)))).toBe(true);
});
