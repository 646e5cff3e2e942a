import { cutPage, type Page } from '../src/extract/page.ts';
import { parseDocument } from '../src/read/html/parse-tree.ts';
import { withoutMojibake } from '../src/read/mojibake.ts';
import { corpusIds, type CorpusPage, isGraded, readCorpusPage, tokenize } from './corpus.ts';
import { cutEndlessPage } from './endless.ts';

/** A page of a corpus; `next` is the page whose main part is put behind its own (see endless.ts). */
export interface TrainingPage {
  corpus: string;
  id: string;
  type: string;
  site: string;
  fold: number;
  reference: string;
  next?: { corpus: string; id: string };
}

/** Sites are spread over this many folds; what a page's features know of words comes from the others. */
export const FOLDS = 5;
/** Test pages of Readability with fewer words test a detail on a made-up page. */
const MIN_TEST_WORDS = 150;
/** Every so many articles are shown a second time with another page behind them. */
const ENDLESS_EVERY = 3;

/** The pages of the corpora, in order, and after them the endless ones. */
export function listPages(corpora: readonly string[]): TrainingPage[] {
  const pages = corpora.flatMap((corpus) => corpusIds(corpus).flatMap((id) => describe(corpus, id)));
  const endless = pages
    .filter(({ type, reference }) => type === 'article' && reference !== '')
    .filter((_, i) => i % ENDLESS_EVERY === 0)
    .flatMap((page, i) => {
      // Of the same fold, so that no page helps to train the model that it tests.
      const others = pages.filter(({ fold, site }) => fold === page.fold && site !== page.site);
      const next = others[(i * 7919) % others.length];
      return next ? [{ ...page, next: { corpus: next.corpus, id: next.id } }] : [];
    });
  return [...pages, ...endless];
}

function describe(corpus: string, id: string): TrainingPage[] {
  const { type, site, reference } = readCorpusPage(corpus, id);
  if (!isGraded(corpus) && tokenize(reference).length < MIN_TEST_WORDS) return [];
  return [{ corpus, id, type, site, fold: foldOf(site), reference }];
}

export function cutTrainingPage({ corpus, id, next }: Pick<TrainingPage, 'corpus' | 'id' | 'next'>): Page {
  const html = textOf(readCorpusPage(corpus, id));
  if (!next) return cutPage(parseDocument(html));
  return cutEndlessPage(html, textOf(readCorpusPage(next.corpus, next.id)), html.length);
}

/** The page as the product reads it. */
function textOf({ html }: CorpusPage): string {
  return withoutMojibake(html) ?? html;
}

/** By site: a hash of the host name, so that the split is the same on every machine. */
function foldOf(site: string): number {
  let hash = 0;
  for (let i = 0; i < site.length; i++) hash = (Math.imul(hash, 31) + site.charCodeAt(i)) >>> 0;
  return (hash >>> 4) % FOLDS;
}
