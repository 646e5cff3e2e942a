import { AnchorSchema } from '@lede/core';
import * as z from 'zod';
import { HIGHLIGHT_COLORS } from '../highlight/highlight-color.ts';
import { TIMESTAMP } from './timestamp.ts';
import type { ArticleState, Highlight, LetterMark, ReadingPosition, Removal } from './types.ts';

const offset = z.int().nonnegative();
const nonEmpty = z.string().min(1);
const time = z.string().regex(TIMESTAMP).meta({ id: 'Timestamp', description: 'RFC 3339, in UTC with milliseconds.' });

const PositionSchema: z.ZodType<ReadingPosition> = z
  .strictObject({ anchor: AnchorSchema, progress: z.number().min(0).max(1), updated: time })
  .meta({ id: 'ReadingPosition' });

const LetterMarkSchema: z.ZodType<LetterMark> = z
  .strictObject({ letter: nonEmpty, anchor: AnchorSchema, updated: time })
  .meta({ id: 'LetterMark' });

export const HighlightSchema: z.ZodType<Highlight> = z
  .strictObject({
    id: nonEmpty,
    anchor: AnchorSchema,
    color: z.enum(HIGHLIGHT_COLORS),
    note: nonEmpty.exactOptional(),
    created: time,
    updated: time,
    codePoints: z.strictObject({ start: offset, end: offset }).exactOptional(),
    fragment: nonEmpty.exactOptional(),
  })
  .meta({ id: 'Highlight' });

const RemovalSchema: z.ZodType<Removal> = z
  .strictObject({ item: z.string().regex(/^(?:mark|highlight):/), updated: time })
  .meta({ id: 'Removal' });

/** What is kept about one article: the shape of a state file, for whoever reads or writes such files. */
export const ArticleStateSchema: z.ZodType<ArticleState> = z
  .strictObject({
    schema: z.literal('lede.state/1'),
    key: nonEmpty,
    title: nonEmpty.exactOptional(),
    path: nonEmpty.exactOptional(),
    opened: time.exactOptional(),
    position: PositionSchema.exactOptional(),
    marks: z.array(LetterMarkSchema),
    highlights: z.array(HighlightSchema),
    removed: z.array(RemovalSchema),
  })
  .meta({ id: 'ArticleState', title: 'Lede article state' });
