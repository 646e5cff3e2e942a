import type { Construct, Effects, Extension, State, TokenizeContext } from './extension.ts';

/** `_gfmAutolinkLiteralWalkedInto`: the extension's own sign that no bracket is open before the token. */
type Token = TokenizeContext['events'][number][1] & { _gfmAutolinkLiteralWalkedInto?: boolean };

/** What text must hold for an autolink of each kind. */
const AUTOLINKS: ReadonlyMap<string, RegExp> = new Map([
  ['emailAutolink', /@/],
  ['protocolAutolink', /:\/\//],
  ['wwwAutolink', /www\./i],
]);

/** The kinds of autolinks that a text may hold. Most hold none, and looking for them takes as long as all the rest. */
export function autolinksIn(text: string): string[] {
  return [...AUTOLINKS].filter(([, sign]) => sign.test(text)).map(([name]) => name);
}

/**
 * The same extension, with literal autolinks of only some `kinds`, which take linear time. None may begin
 * after a `[` that is still open; the extension looks for one from every word back to the start of the
 * paragraph, so that one stray bracket makes a long paragraph quadratic. Here the bracket is remembered
 * while it stays open.
 */
export function withQuickAutolinks(extension: Extension, kinds: readonly string[]): Extension {
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

  const quick = (construct: Construct): Construct[] => {
    const { name = '', tokenize } = construct;
    if (!AUTOLINKS.has(name)) return [construct];
    if (!kinds.includes(name)) return [];
    return [
      {
        ...construct,
        tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
          return isAfterOpenLabel(this) ? nok : tokenize.call(this, effects, ok, nok);
        },
      },
    ];
  };

  const text: Record<string, Construct[]> = {};
  for (const [code, constructs = []] of Object.entries(extension.text ?? {})) {
    const kept = [constructs].flat().flatMap(quick);
    // A character with an empty list of constructs would still end a run of text.
    if (kept.length > 0) text[code] = kept;
  }
  return { ...extension, text };
}

function isOpenLabel(token: Token): boolean {
  // oxlint-disable-next-line no-underscore-dangle -- micromark's own name
  return (token.type === 'labelLink' || token.type === 'labelImage') && !token._balanced;
}
