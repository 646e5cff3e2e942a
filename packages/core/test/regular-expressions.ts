/** A regular expression that stands in some code. */
export interface Literal {
  source: string;
  flags: string;
}

/** A slash after these begins a regular expression; after a name, a number or a closing bracket it divides. */
const BEFORE_LITERAL = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\breturn|\btypeof|\bcase|\bof|\bin)\s*$/;

/**
 * The regular expressions that stand literally in JavaScript or TypeScript, in order. Strings, templates and
 * comments are passed over. A loop over the characters: good enough for code in the project's own style.
 */
export function regexLiterals(code: string): Literal[] {
  const literals: Literal[] = [];
  for (let i = 0; i < code.length; i++) {
    const char = code[i];
    if (char === "'" || char === '"' || char === '`') i = endOfString(code, i);
    else if (code.startsWith('//', i)) i = endOf(code, '\n', i);
    else if (code.startsWith('/*', i)) i = endOf(code, '*/', i) + 1;
    else if (char === '/' && BEFORE_LITERAL.test(code.slice(Math.max(0, i - 40), i))) {
      const end = endOfLiteral(code, i);
      const flags = /^[a-z]*/.exec(code.slice(end + 1))?.[0] ?? '';
      literals.push({ source: code.slice(i + 1, end), flags });
      i = end;
    }
  }
  return literals;
}

function endOf(code: string, mark: string, from: number): number {
  const at = code.indexOf(mark, from + 2);
  return at < 0 ? code.length : at;
}

function endOfString(code: string, start: number): number {
  let i = start + 1;
  while (i < code.length && code[i] !== code[start]) i += code[i] === '\\' ? 2 : 1;
  return i;
}

function endOfLiteral(code: string, start: number): number {
  let inClass = false;
  for (let i = start + 1; i < code.length; i++) {
    if (code[i] === '\\') i++;
    else if (code[i] === '[') inClass = true;
    else if (code[i] === ']') inClass = false;
    else if (code[i] === '/' && !inClass) return i;
  }
  return code.length;
}

/** Characters that a class of this name holds. */
const OF_CLASS: Readonly<Record<string, string>> = {
  s: ' \n',
  d: '1',
  w: 'a_',
  p: 'Aa',
  S: 'x',
  D: 'x',
  W: ' ',
  n: '\n',
  t: '\t',
};

/** What such an expression may run in circles over: each character and short word of its own, many times. */
export function attacks({ source }: Literal, times: number): string[] {
  const samples = new Set([' ', 'a', 'A', '1']);
  for (const [, name = '', literal = ''] of source.matchAll(/\\(.)|([^\\()[\]{}|?*+^$.])/gu)) {
    for (const char of name === '' ? literal : (OF_CLASS[name] ?? name)) samples.add(char);
  }
  for (const [word] of source.matchAll(/[\p{L}\d]{2,}/gu)) samples.add(word);
  const all = [...samples];
  const units = [...all.slice(0, 12), ...all.slice(0, 6).flatMap((first) => [`${first} `, `${first}a`])];
  return units.map((unit) => `${unit.repeat(times)}\u0000`);
}
