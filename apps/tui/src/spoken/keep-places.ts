import { footnotes } from '@lede/core';
import { addHighlight, removeHighlight, resolveHighlights, resolveMarks, setMark } from '@lede/library';
import { passageAt, passageBlock } from './spoken-article.ts';
import { oneLine } from './spoken-text.ts';
import { type Answer, jumpTo, offsetOf, type Talk } from './talk.ts';

/** Sets a mark at the passage said last. */
export function setMarkHere(talk: Talk, letter: string, now: Date): Answer {
  if (!/^\p{L}$/u.test(letter)) return said(talk, 'A mark is a letter: mark a');
  const kept = setMark(talk.kept, talk.spoken.article, letter, offsetOf(talk), now);
  return said({ ...talk, kept }, `Mark ${letter} set.`);
}

export function toMark(talk: Talk, letter: string): Answer {
  const found = resolveMarks(talk.kept, talk.spoken.article).find(({ mark }) => mark.letter === letter);
  if (!found) return said(talk, letter === '' ? 'Name a mark: to a' : `No mark ${oneLine(letter)}.`);
  if (found.status === 'orphaned') return said(talk, `The words at mark ${letter} are no longer in the article.`);
  return jumpTo(talk, passageAt(talk.spoken, found.span.start));
}

/** Highlights the passage said last. */
export function highlightPassage(talk: Talk, note: string, now: Date): Answer {
  const block = passageBlock(talk.spoken, talk.at);
  const options = note === '' ? { now } : { now, note };
  const added = block && addHighlight(talk.kept, talk.spoken.article, block, options);
  if (!added) return said(talk, 'Nothing to highlight here.');
  return said({ ...talk, kept: added.state }, note === '' ? 'Highlighted.' : 'Highlighted, with your note.');
}

/** Removes the highlights that lie in the passage said last. */
export function removeHighlights(talk: Talk, _argument: string, now: Date): Answer {
  const block = passageBlock(talk.spoken, talk.at);
  let { kept } = talk;
  let count = 0;
  for (const resolved of resolveHighlights(kept, talk.spoken.article)) {
    if (!block || resolved.status === 'orphaned') continue;
    if (resolved.span.start >= block.end || resolved.span.end <= block.start) continue;
    kept = removeHighlight(kept, resolved.highlight.id, now);
    count++;
  }
  if (count === 0) return said(talk, 'No highlight here.');
  return said({ ...talk, kept }, count === 1 ? 'Highlight removed.' : `${count} highlights removed.`);
}

/** Lists highlights, those that the article no longer has too; with a number, goes to one. */
export function listHighlights(talk: Talk, number: string): Answer {
  const all = resolveHighlights(talk.kept, talk.spoken.article);
  if (all.length === 0) return said(talk, 'No highlights; highlight makes one.');
  if (number !== '') {
    const one = all[Number(number) - 1];
    if (!one) return said(talk, `There are ${all.length} highlights.`);
    if (one.status === 'orphaned') return said(talk, 'Its words are no longer in the article.');
    return jumpTo(talk, passageAt(talk.spoken, one.span.start));
  }
  const lines = all.map(({ highlight, status }, index) => {
    const lost = status === 'orphaned' ? ' (no longer in the article)' : '';
    const note = highlight.note === undefined ? '' : ` Note: ${oneLine(highlight.note)}`;
    return `${index + 1}${lost}: ${oneLine(highlight.anchor.exact)}${note}`;
  });
  return said(talk, `${all.length} highlight${all.length === 1 ? '' : 's'}.`, ...lines);
}

/** Reads a footnote where it is referred to. */
export function footnote(talk: Talk, label: string): Answer {
  const all = footnotes(talk.spoken.article);
  if (all.length === 0) return said(talk, 'The article has no footnotes.');
  const block = passageBlock(talk.spoken, talk.at);
  const here = all.find(({ references }) => {
    return references.some(({ start }) => block && start >= block.start && start < block.end);
  });
  const note = label === '' ? here : all.find((one) => one.label === label);
  if (!note) return said(talk, label === '' ? 'No footnote here.' : `No footnote ${oneLine(label)}.`);
  return said(talk, `Note ${oneLine(note.label)}: ${oneLine(note.text ?? 'not in the article')}`);
}

function said(talk: Talk, ...lines: string[]): Answer {
  return { talk, lines };
}
