// Imports the built core in the very Node that runs this script (not the pinned one) and parses an article.
import assert from 'node:assert/strict';
import process from 'node:process';
import { parse, validate } from '../packages/core/dist/index.js';

const inputs = [
  ['text/plain', 'A title\n\nOne. Two.'],
  ['text/markdown', '# A title\n\nOne. *Two*.\n\n| a | b |\n| - | - |\n| 1 | 2 |'],
  ['text/html', '<title>A title</title><p>One. <b>Two</b>.</p>'],
];
for (const [mediaType, input] of inputs) {
  const result = parse(new TextEncoder().encode(input), { mediaType });
  assert.ok(result.ok, mediaType);
  assert.ok(validate(result.article).ok, mediaType);
}
process.stdout.write(`core: imported, parses and validates in Node ${process.version}\n`);
