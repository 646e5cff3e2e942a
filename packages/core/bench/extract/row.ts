import type { CorpusPage } from '../../training/corpus.ts';
import { type Extracted, type Extractor, NOTHING } from './extractors.ts';
import { type MetadataScore, metadataScore } from './metadata-scores.ts';
import { type Score, shingleScore, snippetRate, wordScore } from './scores.ts';

/** What one extractor made of one page, and how good that is. */
export interface Row {
  page: CorpusPage;
  found: Extracted;
  words: Score;
  shingles: Score;
  with: number | undefined;
  without: number | undefined;
  metadata: MetadataScore;
  /** CPU milliseconds. */
  time: number;
}

export async function measureRow(extract: Extractor, page: CorpusPage): Promise<Row> {
  const start = cpu();
  const found = await tryExtract(extract, page);
  const time = cpu() - start;
  return {
    page,
    found,
    words: wordScore(found.text, page.reference),
    shingles: shingleScore(found.text, page.reference),
    with: snippetRate(found.text, page.with),
    without: snippetRate(found.text, page.without),
    metadata: metadataScore(found, page),
    time,
  };
}

export async function tryExtract(extract: Extractor, page: CorpusPage): Promise<Extracted> {
  try {
    return await extract(page.html, page.url);
  } catch {
    return NOTHING; // A peer that throws finds nothing.
  }
}

/** User and system time of this process, in milliseconds. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
