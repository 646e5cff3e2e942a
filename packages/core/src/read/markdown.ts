import type { Reader } from './reader.ts';
import { readText } from './text.ts';

export const readMarkdown: Reader = (text, context, builder, meta) => readText(text, context, builder, meta);
