import type { Mark } from '@lede/core';
import { sectionNamed } from '../reader/fragment.ts';
import { passageAt, passageBlock } from './spoken-article.ts';
import { oneLine, spokenText } from './spoken-text.ts';
import { type Answer, jumpTo, type Talk } from './talk.ts';

type LinkMark = Mark & { type: 'link' };

/** Says where a link leads; without a number, lists those of the passage said last. */
export function aboutLinks(talk: Talk, number: string): Answer {
  if (number !== '') return withLink(talk, number, (link) => ({ talk, lines: [about(talk, Number(number), link)] }));
  const block = passageBlock(talk.spoken, talk.at);
  if (!block) return { talk, lines: ['No link here.'] };
  const here = numbers(talk).filter(([, { start }]) => start >= block.start && start < block.end);
  return list(talk, here, 'here');
}

export function listAllLinks(talk: Talk): Answer {
  return list(talk, numbers(talk), 'in the article');
}

/** Opens a link: its place in this article, or its page. */
export function follow(talk: Talk, number: string): Answer {
  return withLink(talk, number, ({ url }) => {
    if (/^https?:/i.test(url)) return { talk, lines: [], effect: { type: 'open', input: url } };
    if (!url.startsWith('#'))
      return { talk, lines: [`Opening ${oneLine(url)} outside.`], effect: { type: 'browse', url } };
    const section = sectionNamed(talk.sections, url.slice(1));
    if (!section) return { talk, lines: [`Leads nowhere: ${oneLine(url)}`] };
    return jumpTo(talk, passageAt(talk.spoken, section.start));
  });
}

/** Opens a link in the browser, or the article itself where no number is given. */
export function browse(talk: Talk, number: string): Answer {
  const open = (url: string): Answer => {
    return { talk, lines: [`Opening ${oneLine(url)} in the browser.`], effect: { type: 'browse', url } };
  };
  if (number !== '') return withLink(talk, number, ({ url }) => open(url));
  const { meta, source } = talk.spoken.article;
  const url = meta.canonicalUrl ?? source.url;
  return url === undefined ? { talk, lines: ['The article has no address.'] } : open(url);
}

function withLink(talk: Talk, number: string, then: (link: LinkMark) => Answer): Answer {
  const { article, links } = talk.spoken;
  const mark = article.marks[links[Number(number) - 1] ?? -1];
  if (mark?.type === 'link') return then(mark);
  const count = links.length;
  return { talk, lines: [count === 0 ? 'The article has no links.' : `Links have numbers from 1 to ${count}.`] };
}

function numbers({ spoken }: Talk): [number: number, link: LinkMark][] {
  // The list holds links alone.
  return spoken.links.map((mark, index) => [index + 1, spoken.article.marks[mark] as LinkMark]);
}

function list(talk: Talk, links: readonly [number, LinkMark][], where: string): Answer {
  if (links.length === 0) return { talk, lines: [`No link ${where}.`] };
  const count = links.length === 1 ? '1 link' : `${links.length} links`;
  return {
    talk,
    lines: [`${count} ${where}; follow NUMBER opens one.`, ...links.map(([n, link]) => about(talk, n, link))],
  };
}

function about({ spoken }: Talk, number: number, { start, end, url, title }: LinkMark): string {
  const text = spokenText(spoken, start, end).replace(/^\[link \d+: (.*)\]$/, '$1');
  return `Link ${number}: ${text}${title === undefined ? '' : `, ${oneLine(title)}`}, ${oneLine(url)}`;
}
