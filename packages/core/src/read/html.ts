import type { Reader } from './reader.ts';
import { readText } from './text.ts';

export const readHtml: Reader = (text, context, builder, meta) => readText(text, context, builder, meta);
