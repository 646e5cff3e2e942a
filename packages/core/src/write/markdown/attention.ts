import type { Options } from 'mdast-util-to-markdown';

type Handlers = NonNullable<Options['handlers']>;
type Handle = NonNullable<Handlers['emphasis']>;

/**
 * Writers of the nodes that Markdown marks with runs of `*`, `_` and `~`. Whether such a run opens or
 * closes depends on the characters beside it (CommonMark, 6.2); where it would not, HTML says the same.
 */
export const ATTENTION: Handlers = {
  emphasis: handle('emphasis', ['*', '_'], 'em'),
  strong: handle('strong', ['**', '__'], 'strong'),
  delete: handle('strikethrough', ['~~'], 'del'),
};

function handle(construct: 'emphasis' | 'strong' | 'strikethrough', sequences: readonly string[], tag: string): Handle {
  const [first = ''] = sequences;
  const write: Handle = (node, _parent, state, info) => {
    const tracker = state.createTracker(info);
    const exit = state.enter(construct as 'emphasis'); // the extension's constructs are not in the list of names
    tracker.move(first);
    const inner = state.containerPhrasing(node, { ...tracker.current(), before: first, after: first });
    exit();
    for (const sequence of sequences) {
      if (forms(sequence.charAt(0), info.before, inner, info.after)) return sequence + inner + sequence;
    }
    return `<${tag}>${inner}</${tag}>`;
  };
  return Object.assign(write, { peek: () => first.charAt(0) });
}

/** Whether runs of `marker` around `inner` are sure to open and close, whatever else the paragraph holds. */
function forms(marker: string, before: string, inner: string, after: string): boolean {
  const sides = [before.slice(-1), inner.charAt(0), inner.slice(-1), after.charAt(0)] as const;
  if (inner === '' || sides.includes(marker)) return false;
  const [outerLeft, innerLeft, innerRight, outerRight] = sides.map(kindOf) as [Kind, Kind, Kind, Kind]; // four of four
  const opens = innerLeft === 'other' || (innerLeft === 'punctuation' && outerLeft !== 'other');
  const closes = innerRight === 'other' || (innerRight === 'punctuation' && outerRight !== 'other');
  // Inside words only the asterisk works.
  return opens && closes && (marker !== '_' || (outerLeft !== 'other' && outerRight !== 'other'));
}

type Kind = 'space' | 'punctuation' | 'other';

/** As micromark sees it: by code unit; the edge of a text is white space. */
function kindOf(unit: string): Kind {
  if (unit === '' || /\s/.test(unit)) return 'space';
  return /[\p{P}\p{S}]/u.test(unit) ? 'punctuation' : 'other';
}
