import type { Definition, FootnoteReference, Nodes } from 'mdast';

/** What references lead to, wherever in the document it stands. */
export class Definitions {
  readonly #definitions = new Map<string, Definition>();
  /** For each identifier of a footnote the labels that it was defined by, as written. */
  readonly #footnotes = new Map<string, string[]>();
  readonly #keepsDangling: boolean;

  /** `keepsDangling`: a reference to a footnote that is not defined is one all the same. */
  constructor(nodes: readonly Nodes[], keepsDangling: boolean) {
    this.#keepsDangling = keepsDangling;
    const stack = nodes.toReversed();
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.type === 'definition') {
        // Of two definitions the first counts.
        if (!this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node);
      } else if (node.type === 'footnoteDefinition') {
        const label = node.label ?? node.identifier;
        const labels = this.#footnotes.get(node.identifier);
        if (labels) labels.push(label);
        else this.#footnotes.set(node.identifier, [label]);
      }
      if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table' && 'children' in node) {
        for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes); // in range
      }
    }
  }

  get(identifier: string): Definition | undefined {
    return this.#definitions.get(identifier);
  }

  /** The label of the footnote that is meant (letter case does not tell labels apart), or `undefined`. */
  footnoteLabel({ identifier, label }: FootnoteReference): string | undefined {
    const labels = this.#footnotes.get(identifier);
    if (!labels) return this.#keepsDangling ? (label ?? identifier) : undefined;
    return label && labels.includes(label) ? label : labels[0];
  }
}
