import { openList } from './list.ts';
import { type ListItem, say, type State } from './state.ts';

/** Something that can be opened: a file, an address. */
export interface Openable {
  input: string;
  label: string;
  detail?: string;
}

/** Lists what can be opened; choosing one opens it on top of this article. */
export function listFiles(state: State, title = 'Articles'): State {
  if (state.files.length === 0) return say(state, 'No other articles');
  const items = state.files.map(({ input, label, detail }): ListItem => {
    return { label, indent: 0, choose: { type: 'open', input }, ...(detail === undefined ? {} : { detail }) };
  });
  return openList(state, { title, items, selected: 0, typing: false });
}
