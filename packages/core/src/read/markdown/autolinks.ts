import type { Construct, Effects, Extension, State, TokenizeContext } from './extension.ts';

/** `_gfmAutolinkLiteralWalkedInto`: the extension's own sign that no bracket is open before the token. */
type Token = TokenizeContext['events'][number][1] & { _gfmAutolinkLiteralWalkedInto?: boolean };

const AUTOLINKS: ReadonlySet<string> = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink']);

/**
 * The same extension, with literal autolinks that take linear time. None may begin after a `[` that is
 * still open; the extension looks for one from every word back to the start of the paragraph, so that one
 * stray bracket makes a long paragraph quadratic. Here the bracket is remembered while it stays open.
 */
export function withQuickAutolinks(extension: Extension): Extension {
  const openLabels = new WeakMap<TokenizeContext, { index: number; token: Token }>();

  const isAfterOpenLabel = (context: TokenizeContext): boolean => {
    const { events } = context;
    const known = openLabels.get(context);
    if (known && events[known.index]?.[1] === known.token && isOpenLabel(known.token)) return true;
    for (let index = events.length - 1; index >= 0; index--) {
      const token: Token = (events[index] as (typeof events)[number])[1]; // in range
      if (isOpenLabel(token)) {
        openLabels.set(context, { index, token });
        return true;
      }
      // oxlint-disable-next-line no-underscore-dangle -- the extension's own name
      if (token._gfmAutolinkLiteralWalkedInto) return false;
    }
    return false;
  };

  const quick = (construct: Construct): Construct => {
    if (!AUTOLINKS.has(construct.name ?? '')) return construct;
    const { tokenize } = construct;
    return {
      ...construct,
      tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
        return isAfterOpenLabel(this) ? nok : tokenize.call(this, effects, ok, nok);
      },
    };
  };

  const text = Object.entries(extension.text ?? {}).map(([code, constructs]) => {
    if (constructs === undefined) return [code, constructs];
    return [code, Array.isArray(constructs) ? constructs.map(quick) : quick(constructs)];
  });
  return { ...extension, text: Object.fromEntries(text) as NonNullable<Extension['text']> }; // the same keys
}

function isOpenLabel(token: Token): boolean {
  // oxlint-disable-next-line no-underscore-dangle -- micromark's own name
  return (token.type === 'labelLink' || token.type === 'labelImage') && !token._balanced;
}
