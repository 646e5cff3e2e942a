import { defaultHandlers, type Options } from 'mdast-util-to-markdown';

type Handlers = NonNullable<Options['handlers']>;

/**
 * Writes a list item. The writer that it calls searches the list for the item to find its number, which
 * takes quadratic time: it is shown a list of this item alone, with the number as its start.
 */
export const listItem: NonNullable<Handlers['listItem']> = (node, parent, state, info) => {
  if (parent?.type !== 'list' || !parent.ordered) return defaultHandlers.listItem(node, parent, state, info);
  const start = (parent.start ?? 1) + (state.indexStack.at(-1) ?? 0);
  return defaultHandlers.listItem(node, { ...parent, start, children: [node] }, state, info);
};
