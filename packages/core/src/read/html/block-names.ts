/** Boxes of text and blocks that mean nothing by themselves. */
export const FLOW_NAMES: readonly string[] = [
  'address article body center details dl fieldset footer form frameset header hgroup html legend main marquee nav',
  'search section slot summary tbody tfoot thead',
].flatMap((names) => names.split(' '));

const BLOCK_NAMES: ReadonlySet<string> = new Set([
  ...FLOW_NAMES,
  ...'aside blockquote caption dd div dt figcaption figure h1 h2 h3 h4 h5 h6 hr li menu ol p pre table td th tr ul'.split(
    ' ',
  ),
]);

/** Whether elements of this name begin on a line of their own. */
export function isBlockName(tagName: string): boolean {
  return BLOCK_NAMES.has(tagName);
}
