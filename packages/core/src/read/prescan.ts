/** How much of a page is looked at. The standard asks for 1024 bytes at least; many pages need more. */
const PRESCAN_BYTES = 8192;
const INSTEAD: ReadonlyMap<string, string> = new Map([
  // A page that could be read this far is not UTF-16, and no page is user-defined.
  ['utf-16le', 'utf-8'],
  ['utf-16be', 'utf-8'],
  ['x-user-defined', 'windows-1252'],
]);
const XML_DECLARATION = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;
const META = /meta[\t\n\f\r /]/iy;
const TAG_NAME = /\/?[a-z][^\t\n\f\r >]*/iy;
const SPACE = '\\t\\n\\f\\r ';
/** One attribute: a name, then perhaps a value in either quotes or none. */
const ATTRIBUTE = new RegExp(
  `[${SPACE}/]*([^${SPACE}/>][^${SPACE}/>=]*)(?:[${SPACE}]*=[${SPACE}]*(?:"([^"]*)"|'([^']*)'|([^"'${SPACE}>][^${SPACE}>]*|(?=[${SPACE}>]))))?`,
  'y',
);

/**
 * The encoding that HTML declares of itself: `<meta charset>`, `<meta http-equiv>` or the XML declaration
 * (HTML Living Standard, 13.2.3.2). Returns the standard's name for it, as `TextDecoder` spells it;
 * `undefined` where nothing is declared, or nothing that anybody knows.
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCAN_BYTES));
  const label = ofMeta(head) ?? XML_DECLARATION.exec(head)?.[1];
  const name = label === undefined ? undefined : encodingName(label);
  return name === undefined ? undefined : (INSTEAD.get(name) ?? name);
}

/** The name of the encoding with this label, in lower case; `undefined`: there is none, or none that can be decoded. */
export function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function ofMeta(head: string): string | undefined {
  let at = head.indexOf('<');
  while (at >= 0) {
    if (head.startsWith('!--', at + 1)) {
      // `<!-->` is a comment too: its dashes may be those of its start.
      const end = head.indexOf('-->', at + 2);
      if (end < 0) return undefined;
      at = end + 2;
    } else {
      META.lastIndex = TAG_NAME.lastIndex = at + 1;
      const isMeta = META.test(head);
      if (isMeta || TAG_NAME.test(head)) {
        ATTRIBUTE.lastIndex = isMeta ? META.lastIndex - 1 : TAG_NAME.lastIndex;
        const attributes = readAttributes(head);
        const label = isMeta ? charsetOf(attributes) : undefined;
        if (label !== undefined) return label;
        at = attributes.end - 1;
      } else if (/[!/?]/.test(head[at + 1] ?? '')) {
        at = head.indexOf('>', at);
        if (at < 0) return undefined;
      }
    }
    at = head.indexOf('<', at + 1);
  }
  return undefined;
}

/** The attributes of a tag (the first of each name), from where `ATTRIBUTE` stands. */
function readAttributes(head: string): { values: ReadonlyMap<string, string>; end: number } {
  const values = new Map<string, string>();
  let end = ATTRIBUTE.lastIndex;
  for (let match = ATTRIBUTE.exec(head); match; match = ATTRIBUTE.exec(head)) {
    end = ATTRIBUTE.lastIndex;
    const name = (match[1] as string).toLowerCase(); // the group is not optional
    if (!values.has(name)) values.set(name, match[2] ?? match[3] ?? match[4] ?? '');
  }
  return { values, end };
}

/** Goes through the attributes in their order, as the standard does: a later one may undo an earlier. */
function charsetOf({ values }: { values: ReadonlyMap<string, string> }): string | undefined {
  let label: string | undefined;
  let needsPragma: boolean | undefined;
  for (const [name, value] of values) {
    if (name === 'charset') {
      label = known(value);
      needsPragma = false;
    } else if (name === 'content' && label === undefined) {
      label = known(charsetIn(value));
      if (label !== undefined) needsPragma = true;
    }
  }
  const hasPragma = values.get('http-equiv')?.toLowerCase() === 'content-type';
  return needsPragma === true && !hasPragma ? undefined : label;
}

function known(label: string | undefined): string | undefined {
  return label !== undefined && encodingName(label) !== undefined ? label : undefined;
}

const CHARSET_PARAMETER = new RegExp(`charset[${SPACE}]*=[${SPACE}]*("[^"]*"|'[^']*'|[^;${SPACE}]*)`, 'i');

function charsetIn(content: string): string | undefined {
  const value = CHARSET_PARAMETER.exec(content)?.[1];
  const quote = /^["']/.exec(value ?? '')?.[0];
  if (value === undefined || quote === undefined) return value;
  return value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : undefined;
}
