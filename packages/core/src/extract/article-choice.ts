import type { ArticleBuilder } from '../article/builder.ts';
import { DIAGNOSTIC_CODES, type DiagnosticCode, failure, type LedeError } from '../errors.ts';
import { isHidden } from '../read/html/appearance.ts';
import type { ParentNode } from '../read/html/nodes.ts';
import type { TreeChoice } from '../read/html/tree-reader.ts';
import { isClean } from './clean.ts';
import { explain, type PageTrace } from './explain.ts';
import { extract } from './extract.ts';
import { readHints } from './hints.ts';
import { droppedNodes, separateInline } from './keep.ts';
import { measure } from './measure.ts';
import { cutPage, type MediaPlace } from './page.ts';
import { PAGE_KINDS } from './page-kind.ts';
import { laterPosts } from './posts.ts';
import { bodyFromData } from './sources/find-body.ts';
import { FAULT_MESSAGES, type PageFault, pageFault } from './sources/page-fault.ts';
import { isPaywalled } from './sources/paywall.ts';
import { isBoundary } from './tags.ts';

/** What of a page the reader should read, or why there is nothing to read. */
export interface ArticleChoice {
  choice: TreeChoice;
  /** HTML to read in place of the page, which does not show its own article. */
  instead?: string;
  error?: LedeError;
}

/** Below this expected word F1 the choice is told to be doubtful. */
const DOUBTFUL = 0.5;
/** A page that shows fewer words than this may be an error, a form or a check, and say so. */
const FEW_WORDS = 150;
/** What a page of few words is in place of an article; frames and scripts are on other pages too. */
const FAULTS: ReadonlySet<PageFault> = new Set(['challenge', 'error', 'redirect', 'login']);
/** From here on, in 64ths, a page is taken for a thread. */
const THREAD = 32;
/** Frames are worth telling of where fewer words than this stand beside them. */
const STUB_WORDS = 80;

/**
 * Fewer words than this are no article where the page has many times as many: the greeting of a shell that scripts
 * would fill. (On the development pages it refused 3 of 1,358, none with an article.)
 */
const LEAST_WORDS = 10;
const LEAST_SHARE = 1 / 5;

/**
 * Finds the article of a page for the reader. With `onlyIfNeeded` all of a clean document is its article.
 * `trace` is told how each block was judged. Changes the tree: a long `noscript` is unfolded, words that would be glued get a space.
 */
export function chooseArticle(
  root: ParentNode,
  onlyIfNeeded: boolean,
  builder: Pick<ArticleBuilder, 'diagnose'>,
  trace?: (trace: PageTrace) => void,
): ArticleChoice {
  const tell = (code: DiagnosticCode): void => builder.diagnose({ code, message: DIAGNOSTIC_CODES[code] });
  const page = cutPage(root);
  const hints = readHints(page);
  const isWhole = onlyIfNeeded && isClean(page);
  const measures = measure(page, hints);
  const extraction = isWhole ? undefined : extract(page, hints, measures);
  const shown = extraction?.selection.words ?? measures.words.reduce((sum, words) => sum + words, 0);
  const instead = bodyFromData(root, shown);
  if (trace) {
    const source = instead === undefined ? (isWhole ? 'whole' : 'blocks') : 'data';
    trace(explain(page, extraction ?? extract(page, hints, measures), measures.words, source));
  }
  if (isPaywalled(hints.jsonLd, shown) && instead === undefined) tell('paywalled');
  if (instead !== undefined) {
    tell('content-from-data');
    return { choice: {}, instead };
  }
  if (shown < FEW_WORDS) {
    const fault = pageFault(root);
    const isEmpty = shown === 0 ? !page.media.some(isPicture) : isGreeting(shown, measures.words);
    if (isEmpty || (fault !== undefined && FAULTS.has(fault))) {
      const message = fault === undefined ? undefined : FAULT_MESSAGES[fault];
      return { choice: {}, error: failure('no-article-found', message).error };
    }
  }
  if (shown < STUB_WORDS && page.media.some(({ node: { tagName } }) => tagName === 'iframe' || tagName === 'frame')) {
    tell('content-in-frame');
  }
  if (!extraction) return { choice: {} };
  const { selection, kind } = extraction;
  if (selection.expected < DOUBTFUL) tell('low-confidence');
  const isThread = (kind[PAGE_KINDS.indexOf('thread')] as number) >= THREAD; // one share for each kind
  const dropped = droppedNodes(page, selection.kept);
  separateInline(page);
  return {
    choice: {
      keep: (node) => !dropped.has(node),
      picturesOnce: true,
      ...(isThread && { breakBefore: laterPosts(page, selection.kept, measures.words) }),
      // What is hidden as a whole was judged by its content; a hidden part of a line never is content.
      isHidden: (element) => !isBoundary(element.tagName) && isHidden(element),
    },
  };
}

function isPicture({ node: { tagName } }: MediaPlace): boolean {
  return tagName === 'img' || tagName === 'video' || tagName === 'audio';
}

function isGreeting(kept: number, words: Int32Array): boolean {
  return kept < LEAST_WORDS && kept < LEAST_SHARE * words.reduce((sum, count) => sum + count, 0);
}
