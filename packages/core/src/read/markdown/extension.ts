import type { Options } from 'mdast-util-from-markdown';

// micromark's own types, by way of the one package that this one depends on.

/** Constructs by the character that may begin them. */
export type Extension = Extract<NonNullable<Options['extensions']>[number], { text?: unknown }>;
export type Construct = Extract<NonNullable<NonNullable<Extension['text']>[string]>, { tokenize: unknown }>;
export type Tokenizer = Construct['tokenize'];
/** What micromark passes to a tokenizer as `this`: one object for each paragraph, heading or cell. */
export type TokenizeContext = ThisParameterType<Tokenizer>;
export type Effects = Parameters<Tokenizer>[0];
export type State = Parameters<Tokenizer>[1];
/** A character code; `null` at the end. */
export type Code = Parameters<State>[0];
