import path from 'node:path';
import { blockAt } from '@lede/core';
import { isPath } from '../cli/input-kind.ts';
import { focusedUrl } from './links.ts';
import { pointOf } from './move.ts';
import { complain, say, type State } from './state.ts';

/** Copies the block at the point. */
export function copyBlock(state: State): State {
  const row = blockAt(state.article, pointOf(state));
  const block = row === undefined ? undefined : state.article.blocks[row];
  if (!block || block.end === block.start) return complain(state, 'Nothing to copy here');
  const what = block.type === 'code' ? 'the code' : 'the paragraph';
  return copy(state, state.article.text.slice(block.start, block.end).replaceAll('\uFFFC', ''), what);
}

/** Copies the address of the link in focus, or of the article; the path of a file that has none. */
export function copyAddress(state: State): State {
  const { meta, source } = state.article;
  const file = isPath(state.origin.input) ? path.resolve(state.origin.input) : undefined;
  const url = focusedUrl(state) ?? meta.canonicalUrl ?? source.url ?? file;
  return url === undefined ? complain(state, 'No address to copy') : copy(state, url, url);
}

export function copy(state: State, text: string, what: string): State {
  return { ...say(state, `Copied ${what}`), effects: [...state.effects, { type: 'copy', text }] };
}
