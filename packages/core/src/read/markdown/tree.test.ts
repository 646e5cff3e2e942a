import type { Nodes, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { fixtures } from '../../../test/golden.ts';
import { Syntax } from './syntax.ts';
import { parseTree } from './tree.ts';

/** The tree of the document parsed in one piece, without what pieces do not keep. */
function whole(text: string): RootContent[] {
  return new Syntax(undefined).parse(text, true).children.map(plain);
}

function plain<T extends Nodes>(node: T): T {
  delete node.position;
  if ('spread' in node) delete node.spread;
  if ('children' in node) for (const child of node.children) plain(child);
  return node;
}

function inPieces(text: string): RootContent[] {
  return parseTree(text, true).children.map(plain);
}

/** Long enough to be cut many times. */
function long(part: string): string {
  return part.repeat(Math.ceil(12_000 / part.length));
}

const source = fixtures('markdown-')
  .map(({ input }) => new TextDecoder().decode(input).replace(/^---\n[^]*?\n---\n/, ''))
  // HTML that never ends takes in all that follows.
  .filter((text) => !text.includes('never closed'))
  .join('\n\n');

test.each([
  ['all kinds of blocks', long(`${source}\n\n`)],
  ['a list without blank lines', long('- one\n- two *marks*\n  lazy\n* other\n')],
  ['a numbered list', long('1. one\n2. two\n\n   more\n\n')],
  ['numbers that go on a paragraph', long(`${'text\n'.repeat(30)}2. no list\n`)],
  ['lists in lists', long('- a\n  - b\n\n    c\n  - - d\n')],
  ['fenced code that looks like anything', `\`\`\`\n${long('# no heading\n\n- no item\n\ntext\n')}\`\`\`\n\nafter`],
  ['fenced code that never ends', `~~~\n${long('# no heading\n\ntext\n')}`],
  ['HTML over blank lines', `<script>\n${long('x\n\n# y\n\n')}</script>\n\nafter`],
  ['a comment over blank lines', `<!--\n${long('x\n\n- y\n')}-->\n\nafter`],
  ['quotations', long('> a\n>\n> b\n> - c\n>\n> d\n')],
  ['one paragraph of many lines', long('some words of text\nand = other, - words\n')],
  ['a table of many rows', `| a | b |\n| - | - |\n${long('| c | *d* |\n')}`],
  ['lines of numbers in brackets', `${long('[1]\n[23] and then [a]\n')}\n[a]: b`],
  ['one line of words', long('word ')],
  ['setext headings', long('a\n===\n\nb\n---\n')],
  ['references before what defines them', `${long('[a] and ![b][c] and [^n]\n\n')}[a]: x\n\n> [c]: y\n\n[^n]: z\n`],
  ['front matter longer than a piece', `---\n${long('a: b\n')}---\n\n# Title`],
])('cut in pieces, %s read as in one', { timeout: 60_000 }, (_, text) => {
  expect(merged(inPieces(text))).toEqual(merged(whole(text)));
});

/** Joins neighbouring text, which a cut leaves in parts. */
function merged(nodes: RootContent[]): RootContent[] {
  const stack: Nodes[] = [{ type: 'root', children: nodes }];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue;
    const joined: Nodes[] = [];
    for (const child of node.children) {
      const last = joined.at(-1);
      if (child.type === 'text' && last?.type === 'text') last.value += child.value;
      else joined.push(child);
      stack.push(child);
    }
    node.children = joined as never; // the same nodes
  }
  return nodes;
}

test('a label that only looks defined stays the text it is', () => {
  const text = `[a] ![b] [c][a] [^n]\n\n${long('text\n\n')}\`\`\`\n[a]: x\n[b]: x\n[^n]: x\n\`\`\`\n`;
  const [paragraph] = parseTree(text, true).children;
  const types = paragraph && 'children' in paragraph ? paragraph.children.map(({ type }) => type) : [];
  expect(types).toContain('linkReference'); // what the reader then finds no definition for
});

describe('markup made to cost more than it is long', () => {
  const size = 50_000;
  const times = (part: string): string => part.repeat(Math.ceil(size / part.length));
  test.each([
    ['>', times('>')],
    ['> over two lines', `${times('>')}a\nb`],
    ['- ', `${times('- ')}a`],
    ['1. ', `${times('1. ')}a`],
    ['[^a]: ', times('[^a]: ')],
    ['[', times('[')],
    [']', times(']')],
    ['[1] on lines of their own', times('[1]\n')],
    ['[1] on one line', times('word [1] ')],
    ['[ and ]', times('[') + times(']')],
    ['nested links', times('[') + times('](b)')],
    ['![', times('![')],
    ['[^a', times('[^a')],
    ['defined [a', `[a]: b\n\n${times('[a ')}${times(']')}`],
    ['*a', times('*a ')],
    ['a*', times('a* ')],
    ['a**b', times('a**b')],
    ['_a', times('_a ')],
    ['a~~b', times('a~~b')],
    ['`', times('`a ``b ')],
    ['<!--', times('a <!-- ')],
    ['<?', times('a <? ')],
    ['<!A', times('a <!A ')],
    ['<![CDATA[', times('a <![CDATA[ ')],
    ['<a b="', times('<a b="')],
    ['words after an open bracket', `[${times('word@a ')}`],
    ['-a@', times('-a')],
    ['www.', times('www.a(')],
    ['|', `${times('|')}\n${times('|-')}`],
    ['setext headings', times('a\n===\n')],
    ['lists that open and close', times('- - - - - a\n')],
    ['tags', times('<b>')],
    ['open tags in paragraphs', times('<font>\n\na\n\n')],
  ])('%s', { timeout: 20_000 }, (_, text) => {
    // Quadratic work would run into the test's time limit.
    expect(parseTree(text, true).children.length).toBeGreaterThan(0);
  });
});

test('says whether a limit was met, and keeps the text beyond it', () => {
  expect(parseTree('*a* [b](c)', true).isLimited).toBe(false);
  const { children, isLimited } = parseTree('*a* '.repeat(2000), true);
  expect(isLimited).toBe(true);
  const text = JSON.stringify(children);
  expect(text.match(/"emphasis"/g)?.length).toBe(500);
  expect(text.match(/a/g)?.length).toBeGreaterThan(2000);
});
