import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One page with what its article should be. */
export interface CorpusPage {
  id: string;
  /** `article`, `forum`, `product` … */
  type: string;
  /** Host name, for splits by site; the id where no address is known. */
  site: string;
  url?: string;
  html: string;
  reference: string;
  /** What the reference says of the page; absent where it says nothing. The byline may name several people. */
  title?: string;
  byline?: string;
  /** Any spelling of a date. */
  published?: string;
  /** Snippets that must, and must not, stand in the article. */
  with: string[];
  without: string[];
}

interface GroundTruth {
  url?: string;
  _internal?: { page_type?: { primary?: string } };
  ground_truth: {
    main_content?: string | null;
    title?: string | null;
    author?: string | null;
    publish_date?: string | null;
    with?: string[] | null;
    without?: string[] | null;
  };
}

interface ExpectedMetadata {
  title?: string | null;
  byline?: string | null;
  publishedTime?: string | null;
}

/** Whether a corpus has the WCXB layout: types of pages, and references for them all. */
export function isGraded(folder: string): boolean {
  return existsSync(join(folder, 'ground-truth'));
}

/** Ids of a corpus in the WCXB layout (`html/ID.html.gz` with `ground-truth/ID.json`) or the test-page layout of Readability. */
export function corpusIds(folder: string): string[] {
  if (isGraded(folder)) {
    return readdirSync(join(folder, 'ground-truth'))
      .map((name) => name.replace(/\.json$/, ''))
      .toSorted();
  }
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'source.html')))
    .toSorted();
}

export function readCorpusPage(folder: string, id: string): CorpusPage {
  if (!isGraded(folder)) return readTestPage(folder, id);
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth', `${id}.json`), 'utf8')) as GroundTruth;
  const page: CorpusPage = {
    id,
    // oxlint-disable-next-line no-underscore-dangle -- the corpus's own name
    type: truth._internal?.page_type?.primary ?? 'article',
    site: hostOf(truth.url) ?? id,
    html: gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8'),
    reference: truth.ground_truth.main_content ?? '',
    with: truth.ground_truth.with ?? [],
    without: truth.ground_truth.without ?? [],
  };
  if (truth.url !== undefined) page.url = truth.url;
  const { title, author, publish_date: published } = truth.ground_truth;
  addMetadata(page, title, author, published);
  return page;
}

function addMetadata(page: CorpusPage, ...fields: readonly (string | null | undefined)[]): void {
  const [title, byline, published] = fields.map((field) => field?.trim());
  if (title) page.title = title;
  if (byline) page.byline = byline;
  if (published) page.published = published;
}

function readTestPage(folder: string, id: string): CorpusPage {
  const html = readFileSync(join(folder, id, 'source.html'), 'utf8');
  const expected = readFileSync(join(folder, id, 'expected.html'), 'utf8');
  const page: CorpusPage = {
    id,
    type: 'article',
    // `nytimes-1` and `nytimes-2` are pages of one site.
    site: id.replace(/-\d+$/, ''),
    html,
    reference: textOf(expected),
    with: [],
    without: [],
  };
  const { title, byline, publishedTime } = JSON.parse(
    readFileSync(join(folder, id, 'expected-metadata.json'), 'utf8'),
  ) as ExpectedMetadata;
  addMetadata(page, title, byline, publishedTime);
  return page;
}

/** The text of a clean document; good enough for counting words. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;
}

/** Tokens as the benchmark counts them: lower-cased runs of letters, digits and underscores. */
export function tokenize(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}
