import { isNode, type LdNode, StructuredData, typesOf } from '../metadata/json-ld.ts';
import { inlineToHtml, textToHtml } from './markup.ts';

/** Answers and comments of one page that are read. */
const MOST_REPLIES = 2000;

/**
 * The body that JSON-LD declares: `articleBody` or `text` of what the page is about, a question with its
 * answers, a post with its comments; as HTML, `''` where there is none.
 */
export function declaredBody(sources: readonly string[]): string {
  const data = new StructuredData(sources);
  let longest = '';
  for (const node of data.ofType(BODY_TYPES)) {
    const html = bodyOf(node, data);
    if (html.length > longest.length) longest = html;
  }
  return longest;
}

const BODY_TYPES = /(?:Article|BlogPosting|Report|Posting|Question|CreativeWork|WebPage|QAPage|FAQPage)$/;

function bodyOf(node: LdNode, data: StructuredData): string {
  const entity = node['mainEntity'];
  const questions = (Array.isArray(entity) ? entity : [entity]).map((item) => data.resolve(item)).filter(isQuestion);
  if (questions.length > 0) {
    // One question is what the page is about; of several each has a part of it.
    const tag = questions.length === 1 ? 'h1' : 'h2';
    return questions.map((question) => questionHtml(question, tag, data)).join('');
  }
  if (typesOf(node).includes('Question')) return questionHtml(node, 'h1', data);
  let body = '';
  for (const key of ['articleBody', 'text']) {
    const value = node[key];
    if (typeof value === 'string' && value.length > body.length) body = value;
  }
  return textToHtml(body) + repliesHtml(node['comment'], data);
}

function isQuestion(value: unknown): value is LdNode {
  return isNode(value) && typesOf(value).includes('Question');
}

function questionHtml(node: LdNode, tag: 'h1' | 'h2', data: StructuredData): string {
  const asked = [node['name'], node['text']].filter((text): text is string => typeof text === 'string');
  const [title = '', text = ''] = asked;
  const heading = title === '' ? '' : `<${tag}>${inlineToHtml(title)}</${tag}>`;
  const question = text === title ? '' : textToHtml(text);
  return heading + question + repliesHtml([node['acceptedAnswer'], node['suggestedAnswer']].flat(), data);
}

function repliesHtml(value: unknown, data: StructuredData): string {
  let html = '';
  for (const item of (Array.isArray(value) ? value : [value]).slice(0, MOST_REPLIES)) {
    const reply = data.resolve(item);
    if (isNode(reply) && typeof reply['text'] === 'string') html += textToHtml(reply['text']);
  }
  return html;
}
