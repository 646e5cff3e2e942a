/**
 * Reads the first pages of a corpus one after the other, in a process that does nothing else, and prints the most
 * memory that it took: `node -C @lede/source bench/extract/memory.ts DIR COUNT`. Nothing of a page is kept.
 */
import { corpusIds, readCorpusPage } from '../../training/corpus.ts';
import { lede } from './extractors.ts';

const [corpus = '', count = '0'] = process.argv.slice(2);
const extract = lede(false);
let pages = 0;
for (const id of corpusIds(corpus).slice(0, Number(count))) {
  const { html, url } = readCorpusPage(corpus, id);
  await extract(html, url);
  pages++;
}
const megabytes = process.resourceUsage().maxRSS / 1024; // counted in KiB
console.log(`${megabytes.toFixed(0)} MB over ${pages} pages`);
