import { expect, test } from 'vitest';
import { InputFilter } from './input-filter.ts';
import { BACKGROUND, isLast, type Query, type Reply, TRUE_COLOR } from './traits.ts';

/** The replies that stand in what a terminal sends. */
function repliesIn(sent: string): Reply[] {
  const { keys, reports } = new InputFilter().push(sent);
  expect(keys).toBe('');
  return reports.filter((report): report is Reply => report.type === 'reply');
}

function told(query: Query, sent: string): unknown {
  return repliesIn(sent).map((reply) => query.read(reply))[0];
}

test.each([
  ['\u001B]11;rgb:ffff/8080/0000\u001B\\', [255, 128, 0]],
  ['\u001B]11;rgb:ff/80/00\u0007', [255, 128, 0]],
  ['\u001B]11;rgb:f/8/0\u0007', [255, 136, 0]],
  ['\u001B]11;rgba:0000/1111/ffff/8000\u0007', [0, 17, 255]],
  ['\u001B]11;#ff8000\u0007', [255, 128, 0]],
])('reads the background from %j', (sent, background) => {
  expect(told(BACKGROUND, sent)).toEqual({ background });
});

test.each(['\u001B]10;rgb:ff/ff/ff\u0007', '\u001B]11;?\u0007', '\u001B]11;rgb:ff/ff\u0007', '\u001B]11;red\u0007'])(
  'reads no background from %j',
  (sent) => expect(told(BACKGROUND, sent)).toBeUndefined(),
);

test.each(['48;2;1;2;3', '0;48;2;1;2;3', '0;48:2::1:2:3', '48:2:1:2:3'])(
  'a terminal that has set %s shows every colour',
  (style) => expect(told(TRUE_COLOR, `\u001BP1$r${style}m\u001B\\`)).toEqual({ trueColor: true }),
);

test.each(['1$r48;5;16m', '1$r0m', '0$rm', '0$r', '1$r48;2;9;9;9m'])(
  'a terminal that answers %s does not show every colour',
  (body) => expect(told(TRUE_COLOR, `\u001BP${body}\u001B\\`)).toBeUndefined(),
);

test('knows the reply after which none comes', () => {
  expect(repliesIn('\u001B[?62;4c\u001B[?1;2c').map(isLast)).toEqual([true, true]);
  expect(repliesIn('\u001B[>0;276;0c\u001B[?2026;2$y\u001B]11;rgb:0/0/0\u0007').map(isLast)).toEqual([
    false,
    false,
    false,
  ]);
});
