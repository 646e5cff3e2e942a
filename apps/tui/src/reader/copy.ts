import { blockAt } from '@lede/core';
import { focusedUrl } from './links.ts';
import { pointOf } from './move.ts';
import { complain, say, type State } from './state.ts';

/** Copies the block at the point. */
export function copyBlock(state: State): State {
  const row = blockAt(state.article, pointOf(state));
  const block = row === undefined ? undefined : state.article.blocks[row];
  if (!block || block.end === block.start) return complain(state, 'Nothing to copy here');
  return copy(state, state.article.text.slice(block.start, block.end), 'the paragraph');
}

/** Copies the address of the link in focus, or of the article. */
export function copyAddress(state: State): State {
  const { meta, source } = state.article;
  const url = focusedUrl(state) ?? meta.canonicalUrl ?? source.url;
  return url === undefined ? complain(state, 'No address to copy') : copy(state, url, url);
}

export function copy(state: State, text: string, what: string): State {
  return { ...say(state, `Copied ${what}`), effects: [...state.effects, { type: 'copy', text }] };
}
