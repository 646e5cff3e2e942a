import path from 'node:path';
import { isPath } from '../cli/input-kind.ts';
import { infoLines } from './info-lines.ts';
import type { State } from './state.ts';

/** Shows what is known of the article, and where each thing was found. */
export function showInfo(state: State): State {
  const lines = infoLines(state.article, state.contents.clock().minutes);
  if (isPath(state.origin.input)) lines.push(`File: ${path.resolve(state.origin.input)}`);
  for (const { from, to, status } of state.origin.redirects ?? [])
    lines.push(`Redirected: ${from} to ${to} (${status})`);
  return { ...state, mode: { kind: 'popup', title: 'About this article', lines } };
}
