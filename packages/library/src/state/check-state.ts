import { HIGHLIGHT_COLORS } from '../highlight/highlight-color.ts';
import { TIMESTAMP } from './timestamp.ts';
import type { ArticleState } from './types.ts';

/**
 * Whether a value (parsed JSON) is an article's state: the same as `ArticleStateSchema` says, which a test
 * holds against it. Written by hand because it runs before the first frame of a reader, where the schema's
 * library alone would cost a third of what starting Node does.
 */
export function isArticleState(value: unknown): value is ArticleState {
  return isState(value);
}

type Check = (value: unknown) => boolean;

function shape(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  const names = Object.keys(required);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const fields = value as Record<string, unknown>; // an object that is no array
    if (!names.every((name) => Object.hasOwn(fields, name))) return false;
    return Object.keys(fields).every((name) => {
      const check = Object.hasOwn(required, name) ? required[name] : Object.hasOwn(optional, name) && optional[name];
      return check ? check(fields[name]) : false;
    });
  };
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function matching(pattern: RegExp): Check {
  return (value) => typeof value === 'string' && pattern.test(value);
}

const isText: Check = (value) => typeof value === 'string';
const isName: Check = (value) => typeof value === 'string' && value !== '';
const isOffset: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0; // an integer
const isShare: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const isTime = matching(TIMESTAMP);

const isAnchor = shape(
  { start: isOffset, end: isOffset, exact: isText, prefix: isText, suffix: isText },
  { block: isName },
);

const isState = shape(
  {
    schema: (value) => value === 'lede.state/1',
    key: isName,
    marks: listOf(shape({ letter: isName, anchor: isAnchor, updated: isTime })),
    highlights: listOf(
      shape(
        {
          id: isName,
          anchor: isAnchor,
          color: (value) => HIGHLIGHT_COLORS.some((color) => color === value),
          created: isTime,
          updated: isTime,
        },
        { note: isName, codePoints: shape({ start: isOffset, end: isOffset }), fragment: isName },
      ),
    ),
    removed: listOf(shape({ item: matching(/^(?:mark|highlight):/), updated: isTime })),
  },
  {
    title: isName,
    path: isName,
    opened: isTime,
    position: shape({ anchor: isAnchor, progress: isShare, updated: isTime }),
  },
);
