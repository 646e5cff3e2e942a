import { cutPage, type Page } from '../src/extract/page.ts';
import { parseDocument } from '../src/read/html/parse-tree.ts';
import { withoutMojibake } from '../src/read/mojibake.ts';
import { corpusIds, type CorpusPage, isGraded, readCorpusPage, tokenize } from './corpus.ts';
import { cutEndlessPage } from './endless.ts';
import { cutGraftedPage } from './graft.ts';

interface PageName {
  corpus: string;
  id: string;
}

/** A page of a corpus, as it is or changed. */
export interface TrainingPage extends PageName {
  type: string;
  site: string;
  fold: number;
  reference: string;
  /** The page whose main part is put behind its own (endless.ts). */
  next?: PageName;
  /** Pages of which something is put behind its article and between its paragraphs (graft.ts). */
  grafts?: PageName[];
}

/** Sites are spread over this many folds; what a page's features know of words comes from the others. */
export const FOLDS = 5;
/** Test pages of Readability with fewer words test a detail on a made-up page. */
const MIN_TEST_WORDS = 150;
/** Every so many articles are shown a second time with another page behind them, the others with parts of pages. */
const ENDLESS_EVERY = 3;

/** Pages that the others give something to. */
const DONORS = 3;

/** The pages of the corpora, in order, and after them those that are made of them. */
export function listPages(corpora: readonly string[]): TrainingPage[] {
  const pages = corpora.flatMap((corpus) => corpusIds(corpus).flatMap((id) => describe(corpus, id)));
  const articles = pages.filter(({ type, reference }) => type === 'article' && reference !== '');
  const isEndless = (i: number): boolean => i % ENDLESS_EVERY === 0;
  const endless = articles.flatMap((page, i) => {
    const [next] = isEndless(i) ? pick(pages, page, i / ENDLESS_EVERY, 1) : [];
    return next ? [{ ...page, next }] : [];
  });
  const grafted = articles.flatMap((page, i) =>
    isEndless(i) ? [] : [{ ...page, grafts: pick(articles, page, i, DONORS) }],
  );
  return [...pages, ...endless, ...grafted];
}

/** Pages of other sites; of the same fold, so that no page helps to train the model that it tests. */
function pick(from: readonly TrainingPage[], { fold, site }: TrainingPage, seed: number, count: number): PageName[] {
  const others = from.filter((other) => other.fold === fold && other.site !== site);
  return Array.from({ length: Math.min(count, others.length) }, (_, n) => {
    const { corpus, id } = others[(seed * 7919 + n * 104_729) % others.length] as TrainingPage;
    return { corpus, id };
  });
}

/** Whether a page is made of others: such pages train, and are counted apart from the others. */
export function isMadeUp({ next, grafts }: TrainingPage): boolean {
  return next !== undefined || grafts !== undefined;
}

function describe(corpus: string, id: string): TrainingPage[] {
  const { type, site, reference } = readCorpusPage(corpus, id);
  if (!isGraded(corpus) && tokenize(reference).length < MIN_TEST_WORDS) return [];
  return [{ corpus, id, type, site, fold: foldOf(site), reference }];
}

export function cutTrainingPage({ corpus, id, next, grafts }: TrainingPage): Page {
  const own = readShown({ corpus, id });
  if (next) return cutEndlessPage(own.html, readShown(next).html, own.html.length);
  if (grafts) return cutGraftedPage(own, grafts.map(readShown), own.html.length);
  return cutPage(parseDocument(own.html));
}

/** The page as the product reads it. */
function readShown({ corpus, id }: PageName): CorpusPage {
  const page = readCorpusPage(corpus, id);
  return { ...page, html: withoutMojibake(page.html) ?? page.html };
}

/** By site: a hash of the host name, so that the split is the same on every machine. */
function foldOf(site: string): number {
  let hash = 0;
  for (let i = 0; i < site.length; i++) hash = (Math.imul(hash, 31) + site.charCodeAt(i)) >>> 0;
  return (hash >>> 4) % FOLDS;
}
