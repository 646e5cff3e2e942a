import type { Row } from './row.ts';
import { mean } from './scores.ts';

/** A column: its heading, and what it takes of a row; the cell is the mean over the rows that have it. */
type Column = [heading: string, value: (row: Row) => number | boolean | undefined];

const TEXT_COLUMNS: readonly Column[] = [
  ['word F1', (row) => row.words.f1],
  ['precision', (row) => row.words.precision],
  ['recall', (row) => row.words.recall],
  ['4-word F1', (row) => row.shingles.f1],
  ['with', (row) => row.with],
  ['without', (row) => row.without],
];
const METADATA_COLUMNS: readonly Column[] = [
  ['title ~', (row) => row.metadata.titleClose],
  ['title =', (row) => row.metadata.titleEqual],
  ['author', (row) => row.metadata.authors],
  ['(invented)', (row) => row.metadata.authorInvented],
  ['date', (row) => row.metadata.date],
  ['(invented)', (row) => row.metadata.dateInvented],
];

/** Two tables of an extractor's rows by page type: its text, and its metadata beside the number of pages that have it. */
export function printTables(rows: readonly Row[]): void {
  printTable(rows, TEXT_COLUMNS, false);
  printTable(rows, METADATA_COLUMNS, true);
}

function printTable(rows: readonly Row[], columns: readonly Column[], withCounts: boolean): void {
  const width = withCounts ? 13 : 10;
  console.log(['type          ', 'pages', ...columns.map(([heading]) => heading.padStart(width))].join(' '));
  const types = [...new Set(rows.map((row) => row.page.type))].toSorted();
  for (const type of [...(types.length > 1 ? types : []), 'all']) {
    const chosen = type === 'all' ? rows : rows.filter((row) => row.page.type === type);
    const cells = columns.map(([, value]) => {
      const values = chosen.map(value).filter((cell) => cell !== undefined);
      const share = values.length === 0 ? '-' : mean(values.map(Number)).toFixed(4);
      return (withCounts ? `${share} /${String(values.length).padStart(5)}` : share).padStart(width);
    });
    console.log([type.padEnd(14), String(chosen.length).padStart(5), ...cells].join(' '));
  }
}
