import * as z from 'zod';
import { ArticleSchema, BlockSchema, DiagnosticSchema, MarkSchema, MetaSchema, SentenceSchema } from './schema.ts';

/** One thing that the schema finds wrong. */
export interface ShapeIssue {
  path: readonly PropertyKey[];
  message: string;
}

/**
 * Rows of one list that are checked together. zod reports every wrong row: a 10 MB document of nothing
 * but `{}` would take it half a minute and 4 GB. Valid lists hardly notice the cuts.
 */
const CHUNK = 1000;

type Check = (value: unknown) => readonly ShapeIssue[];

/** What is asked of a value that is no article, to say what is wrong with it. */
interface Checks {
  /** The lists of an article, each with the check for some of its rows. */
  lists: readonly (readonly [name: string, rows: Check])[];
  meta: Check;
  whole: Check;
}

/** Compiled when they are first needed. */
let article: z.ZodType | undefined;
let checks: Checks | undefined;

/**
 * Checks a value against the schema of articles. Of a long list that is wrong only the first wrong
 * thousand rows are reported, so that the work stays in proportion to the value's size.
 */
export function checkShape(value: unknown): readonly ShapeIssue[] {
  article ??= z.compile(ArticleSchema);
  // Unlike the checks below this makes no copy of the value, and it stops at the first thing wrong.
  if (z.validate(article, value)) return [];
  checks ??= {
    lists: [
      ['blocks', compile(z.array(BlockSchema))],
      ['marks', compile(z.array(MarkSchema))],
      ['sentences', compile(z.array(SentenceSchema))],
      ['diagnostics', compile(z.array(DiagnosticSchema))],
    ],
    meta: compile(MetaSchema),
    whole: toCheck(article),
  };
  const early = isRecord(value) ? checkLongParts(value, checks) : [];
  return early.length > 0 ? early : checks.whole(value);
}

function checkLongParts(value: Record<string, unknown>, { lists, meta, whole }: Checks): readonly ShapeIssue[] {
  for (const [name, check] of lists) {
    const issues = checkLongList(value[name], [name], check);
    if (issues.length > 0) return issues;
  }
  if (isRecord(value['meta'])) {
    // Neither the check nor its cost needs the rest of the metadata: it is small.
    for (const name of ['authors', 'tags'] as const) {
      const base = { authors: [], tags: [], origin: {} };
      const issues = checkLongList(value['meta'][name], ['meta'], (rows) => meta({ ...base, [name]: rows }));
      if (issues.length > 0) return issues;
    }
  }
  const { ext } = value;
  return isRecord(ext) && Object.keys(ext).length > CHUNK ? checkKeys(ext, whole) : [];
}

/** The issues of the first chunk that has any, with the rows' places in the whole list. */
function checkLongList(list: unknown, path: readonly PropertyKey[], check: Check): readonly ShapeIssue[] {
  if (!Array.isArray(list) || list.length <= CHUNK) return [];
  for (let from = 0; from < list.length; from += CHUNK) {
    const issues = check(list.slice(from, from + CHUNK));
    if (issues.length === 0) continue;
    return issues.map((issue) => {
      const inner = [...issue.path];
      const row = inner.findIndex((step) => typeof step === 'number');
      if (row >= 0) inner[row] = Number(inner[row]) + from;
      return { path: [...path, ...inner], message: issue.message };
    });
  }
  return [];
}

/** The first wrong key of many: `ext`'s values are free, its keys are not. */
function checkKeys(ext: Record<string, unknown>, whole: Check): readonly ShapeIssue[] {
  const keys = Object.keys(ext);
  for (let from = 0; from < keys.length; from += CHUNK) {
    const part = Object.fromEntries(keys.slice(from, from + CHUNK).map((key) => [key, null]));
    const issues = whole({ ext: part }).filter((issue) => issue.path[0] === 'ext');
    if (issues.length > 0) return issues;
  }
  return [];
}

function compile(schema: z.ZodType): Check {
  return toCheck(z.compile(schema));
}

function toCheck(schema: z.ZodType): Check {
  return (value) => schema.safeParse(value).error?.issues ?? [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
