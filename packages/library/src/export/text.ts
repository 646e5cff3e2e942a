import type { ArticleState, Highlight } from '../state/types.ts';
import { placeOf, titleOf } from './name-article.ts';

/** The title and place of each article, then its highlights in quotation marks with their notes. */
export function highlightsAsText(states: readonly ArticleState[]): string {
  return states.map((state) => `${section(state).join('\n\n')}\n`).join('\n\n');
}

function section(state: ArticleState): string[] {
  const title = titleOf(state).replaceAll(/\s+/g, ' ').trim();
  const place = placeOf(state);
  const heading = place === undefined || place === title ? title : `${title}\n${place}`;
  return [heading, ...state.highlights.map(passage)];
}

function passage({ anchor, note }: Highlight): string {
  const quote = indent(`“${anchor.exact.replaceAll('\uFFFC', '')}”`, '  ');
  return note === undefined ? quote : `${quote}\n${indent(note, '    ')}`;
}

function indent(text: string, by: string): string {
  return text.replaceAll(/^(?=.)/gm, by);
}
