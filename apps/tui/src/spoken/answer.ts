import { infoLines } from '../reader/info-lines.ts';
import { LINE_COMMANDS, type LineCommand, type LineCommandName, readCommand } from './line-commands.ts';
import { findWords, nextMatch } from './find-words.ts';
import { footnote, highlightPassage, listHighlights, removeHighlights, setMarkHere, toMark } from './keep-places.ts';
import { aboutLinks, browse, follow, listAllLinks } from './spoken-links.ts';
import { oneLine } from './spoken-text.ts';
import { passageAt } from './spoken-article.ts';
import { spokenPassage } from './spoken-block.ts';
import { type Answer, jumpTo, offsetOf, sayPassage, type Talk } from './talk.ts';

type Respond = (talk: Talk, argument: string, now: Date) => Answer;

const RESPONSES: Readonly<Record<LineCommandName, Respond>> = {
  next: (talk, count) => readOn(talk, talk.at + numberOr(count, 1)),
  previous: (talk, count) => goBackBy(talk, numberOr(count, 1)),
  again: (talk) => (talk.at < 0 ? readOn(talk, 0) : say(talk, ...spokenPassage(talk.spoken, talk.at))),
  section: readSection,
  all: (talk) => readOn(talk, talk.spoken.passages.length - 1),
  heading: (talk, level) => toHeading(talk, level, 1),
  'heading before': (talk, level) => toHeading(talk, level, -1),
  outline: outlineOf,
  start: (talk) => jumpTo(talk, 0),
  end: (talk) => jumpTo(talk, talk.spoken.passages.length - 1),
  percent: toPercent,
  find: findWords,
  'next match': (talk) => nextMatch(talk, 1),
  'previous match': (talk) => nextMatch(talk, -1),
  links: aboutLinks,
  'all links': listAllLinks,
  follow,
  browse,
  back: goBack,
  footnote,
  where,
  info: (talk) => say(talk, ...infoLines(talk.spoken.article, talk.clock().minutes).map(oneLine)),
  copy: copyPassage,
  mark: setMarkHere,
  to: toMark,
  highlight: highlightPassage,
  'remove highlight': removeHighlights,
  highlights: listHighlights,
  articles,
  reload: (talk) => ({ talk, lines: [], effect: { type: 'reload' } }),
  help: (talk) => say(talk, ...helpLines()),
  quit: (talk) => ({ talk, lines: [], effect: { type: 'quit' } }),
};

/** What a typed line leads to. */
export function answer(talk: Talk, line: string, now: Date): Answer {
  const command = readCommand(line);
  if (!command) return say(talk, `No command ${JSON.stringify(oneLine(line))}. Type help for the commands.`);
  return RESPONSES[command.name](talk, command.argument, now);
}

export function helpLines(): string[] {
  const commands: readonly LineCommand[] = LINE_COMMANDS;
  return [
    'Type a command and Enter. Each has a name, and most a short form.',
    ...commands.map(({ name, short, argument, help }) => {
      return `${name}${argument === undefined ? '' : ` ${argument}`}${short === undefined ? '' : `, or ${short}`}: ${help}.`;
    }),
  ];
}

function say(talk: Talk, ...lines: string[]): Answer {
  return { talk, lines };
}

/** Says every passage to `last`. */
function readOn(talk: Talk, last: number): Answer {
  const end = Math.min(last, talk.spoken.passages.length - 1);
  if (talk.at >= end) return say(talk, 'End of the article.');
  const lines: string[] = [];
  let now = talk;
  while (now.at < end) {
    const said = sayPassage(now, now.at + 1);
    lines.push(...said.lines);
    now = said.talk;
  }
  if (last > end) lines.push('End of the article.');
  return { talk: now, lines };
}

function goBackBy(talk: Talk, count: number): Answer {
  if (talk.at <= 0) return say(talk, 'Start of the article.');
  const at = Math.max(0, talk.at - count);
  return { talk: { ...talk, at }, lines: spokenPassage(talk.spoken, at) };
}

/** To the passage before the next heading. */
function readSection(talk: Talk): Answer {
  const { article, passages } = talk.spoken;
  let last = talk.at + 1;
  while (last + 1 < passages.length && article.blocks[passages[last + 1] ?? -1]?.type !== 'heading') last++;
  return readOn(talk, last);
}

function toHeading(talk: Talk, level: string, step: 1 | -1): Answer {
  const { article, passages } = talk.spoken;
  const wanted = level === '' ? undefined : Number(level);
  if (wanted !== undefined && !(wanted >= 1 && wanted <= 6)) return say(talk, 'A level is a number from 1 to 6.');
  for (let at = talk.at + step; at >= 0 && at < passages.length; at += step) {
    const block = article.blocks[passages[at] ?? -1];
    if (block?.type === 'heading' && (wanted ?? block.depth) === block.depth) return jumpTo(talk, at);
  }
  const kind = wanted === undefined ? 'heading' : `heading of level ${wanted}`;
  return say(talk, `No ${kind} ${step > 0 ? 'after' : 'before'} this.`);
}

function outlineOf(talk: Talk, number: string): Answer {
  const { sections, spoken } = talk;
  if (sections.length === 0) return say(talk, 'The article has no headings.');
  if (number !== '') {
    const section = sections[Number(number) - 1];
    if (!section) return say(talk, `There are ${sections.length} headings; outline NUMBER goes to one.`);
    return jumpTo(talk, passageAt(spoken, section.start));
  }
  const current = sectionIndex(talk);
  const lines = sections.map(({ title, depth }, index) => {
    return `${index + 1}, level ${depth}: ${oneLine(title)}${index === current ? ' (you are here)' : ''}`;
  });
  return say(talk, `Outline, ${sections.length} headings.`, ...lines);
}

function toPercent(talk: Talk, number: string): Answer {
  const percent = /^\d+$/.test(number) ? Number(number) : NaN;
  if (!(percent <= 100)) return say(talk, 'A percentage is a number from 0 to 100.');
  return jumpTo(talk, passageAt(talk.spoken, Math.floor((talk.spoken.article.text.length * percent) / 100)));
}

function goBack(talk: Talk): Answer {
  const to = talk.back.at(-1);
  if (to === undefined) return say(talk, 'No place before this one.');
  const now: Talk = { ...talk, at: to, back: talk.back.slice(0, -1) };
  return { talk: now, lines: spokenPassage(talk.spoken, to) };
}

function where(talk: Talk): Answer {
  const { spoken, sections, clock } = talk;
  const { article, passages } = spoken;
  const offset = offsetOf(talk);
  const percent = Math.floor((offset / Math.max(1, article.text.length)) * 100);
  const minutes = Math.round(clock().minutesLeft(offset));
  const left = minutes < 1 ? 'less than a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const current = sectionIndex(talk);
  const section = sections[current];
  const place = talk.at < 0 ? 'Before the first passage' : `Passage ${talk.at + 1} of ${passages.length}, ${percent}%`;
  const lines = [`${place}, ${left} left.`];
  if (section) lines.push(`Section ${current + 1} of ${sections.length}: ${oneLine(section.title)}`);
  lines.push(`Article: ${oneLine(article.meta.title ?? article.meta.site ?? 'untitled')}`);
  return say(talk, ...lines);
}

/** Index of the section that one is in; -1 before the first. */
function sectionIndex(talk: Talk): number {
  const offset = offsetOf(talk);
  return talk.at < 0 ? -1 : talk.sections.findLastIndex(({ start }) => start <= offset);
}

function copyPassage(talk: Talk): Answer {
  const block = talk.spoken.article.blocks[talk.spoken.passages[talk.at] ?? -1];
  const text = block && talk.spoken.article.text.slice(block.start, block.end).replaceAll('\uFFFC', '');
  if (!text) return say(talk, 'Nothing to copy here.');
  return { talk, lines: ['Copied.'], effect: { type: 'copy', text } };
}

function articles(talk: Talk, number: string): Answer {
  const { files } = talk;
  if (files.length === 0) return say(talk, 'No other articles.');
  if (number === '') {
    const lines = files.map(({ label, detail }, index) => {
      return `${index + 1}: ${oneLine(label)}${detail === undefined ? '' : `, ${detail}`}`;
    });
    return say(talk, `${articleCount(files.length)}; articles NUMBER opens one.`, ...lines);
  }
  const file = files[Number(number) - 1];
  if (!file) return say(talk, `There ${files.length === 1 ? 'is' : 'are'} ${articleCount(files.length)}.`);
  return { talk, lines: [], effect: { type: 'open', input: file.input } };
}

function articleCount(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`;
}

function numberOr(argument: string, otherwise: number): number {
  return /^[1-9]\d{0,5}$/.test(argument) ? Number(argument) : otherwise;
}
