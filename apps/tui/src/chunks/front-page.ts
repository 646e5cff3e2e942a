import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Draft, parseText } from '@lede/core';
import { defaultStateFolder, openState } from '@lede/library';
import { CLIPBOARD, STANDARD_INPUT } from '../cli/input-kind.ts';
import { articlesIn } from '../cli/folder.ts';
import { isFolder } from '../cli/read-input.ts';
import type { Openable } from '../reader/files.ts';

const MOST_RECENT = 200;

/** What the arguments name: files, addresses, the articles of folders. Without arguments, what was read last. */
export function filesOf(inputs: readonly string[]): Openable[] {
  if (inputs.length === 0) return recentArticles();
  return inputs.flatMap((input) => {
    if (!isFolder(input)) return [{ input, label: nameOf(input), isPath: true }];
    // The folder is in the title where it is the only one.
    const base = inputs.length === 1 ? input : '.';
    return articlesIn(input).map((file) => ({ input: file, label: path.relative(base, file), isPath: true }));
  });
}

/** A page behind a list: it says what the list is. */
export function frontPage(files: readonly Openable[], folder: string | undefined): Draft {
  const title = folder ?? 'Articles you have read';
  const hint =
    files.length === 0 ? 'Nothing here yet. Open an article: lede FILE' : 'Enter opens an article, q leaves.';
  const parsed = parseText(hint, { meta: { title } });
  if (!parsed.ok) throw new Error(parsed.error.message); // a text of ours
  return parsed.article;
}

function nameOf(input: string): string {
  return input === STANDARD_INPUT ? 'Standard input' : input === CLIPBOARD ? 'The clipboard' : input;
}

function recentArticles(): Openable[] {
  const recent = openState({ folder: defaultStateFolder(), now: () => new Date() }).recent(MOST_RECENT);
  return recent
    .filter(({ key }) => /^(?:https?|file):/.test(key))
    .map(({ key, title, path: file, progress }) => {
      const input = file ?? (key.startsWith('file:') ? fileURLToPath(key) : key);
      return {
        input,
        label: title ?? input,
        isPath: title === undefined,
        ...(progress === undefined ? {} : { detail: `${Math.floor(progress * 100)}%` }),
      };
    });
}
