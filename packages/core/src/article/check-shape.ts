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

interface Checks {
  whole: Check;
  /** The lists of an article, each with the check for some of its rows. */
  lists: readonly (readonly [name: string, rows: Check])[];
  meta: Check;
}

let compiled: Checks | undefined;

/**
 * Checks a value against the schema of articles. Of a long list that is wrong only the first wrong
 * thousand rows are reported, so that the work stays in proportion to the value's size.
 */
export function checkShape(value: unknown): readonly ShapeIssue[] {
  compiled ??= {
    whole: compile(ArticleSchema),
    lists: [
      ['blocks', compile(z.array(BlockSchema))],
      ['marks', compile(z.array(MarkSchema))],
      ['sentences', compile(z.array(SentenceSchema))],
      ['diagnostics', compile(z.array(DiagnosticSchema))],
    ],
    meta: compile(MetaSchema),
  };
  const early = isRecord(value) ? checkLongParts(value, compiled) : [];
  return early.length > 0 ? early : compiled.whole(value);
}

function checkLongParts(value: Record<string, unknown>, { lists, meta }: Checks): readonly ShapeIssue[] {
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
  return isRecord(ext) && Object.keys(ext).length > CHUNK ? checkKeys(ext) : [];
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
function checkKeys(ext: Record<string, unknown>): readonly ShapeIssue[] {
  const keys = Object.keys(ext);
  for (let from = 0; from < keys.length; from += CHUNK) {
    const part = Object.fromEntries(keys.slice(from, from + CHUNK).map((key) => [key, null]));
    const issues = compiled?.whole({ ext: part }).filter((issue) => issue.path[0] === 'ext') ?? [];
    if (issues.length > 0) return issues;
  }
  return [];
}

function compile(schema: z.ZodType): Check {
  const fast = z.compile(schema);
  return (value) => fast.safeParse(value).error?.issues ?? [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
