import type { BlockType } from './types.ts';

/** Blocks nested deeper than this are flattened into their parents (invariant B3). */
export const MAX_DEPTH = 64;

/** What a block may hold. A `leaf` holds text; a `void` block is a leaf whose text is empty. */
export type Content = 'leaf' | 'void' | 'container' | 'leaf-or-container';

/** The kinds of content, one row a block type. A cell or caption of one paragraph is a leaf itself. */
export const CONTENT: Readonly<Record<BlockType, Content>> = {
  paragraph: 'leaf',
  heading: 'leaf',
  code: 'leaf',
  thematicBreak: 'void',
  image: 'void',
  embed: 'void',
  tableCell: 'leaf-or-container',
  caption: 'leaf-or-container',
  blockquote: 'container',
  list: 'container',
  listItem: 'container',
  table: 'container',
  tableRow: 'container',
  figure: 'container',
  aside: 'container',
  footnoteDefinition: 'container',
};

/** Whether a block of type `child` may stand right under `parent` (`null`: at the top level). */
export function allowsChild(parent: BlockType | null, child: BlockType): boolean {
  switch (parent) {
    case 'list':
      return child === 'listItem';
    case 'table':
      return child === 'tableRow' || child === 'caption';
    case 'tableRow':
      return child === 'tableCell';
    case 'figure':
      return child === 'caption' || isFlow(child);
    default:
      return isFlow(child) && (parent === null || isContainer(parent));
  }
}

/** Whether blocks of this type can have children. */
export function isContainer(type: BlockType): boolean {
  const content = CONTENT[type];
  return content === 'container' || content === 'leaf-or-container';
}

function isFlow(type: BlockType): boolean {
  return type !== 'listItem' && type !== 'tableRow' && type !== 'tableCell' && type !== 'caption';
}
