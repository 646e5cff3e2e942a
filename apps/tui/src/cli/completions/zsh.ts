import { ARTICLE_EXTENSIONS } from '../media-type.ts';
import { HIGHLIGHTS, OPTIONS, type OptionSpec } from '../options.ts';

const SPECS: readonly OptionSpec[] = OPTIONS;
const FORMATS = ['text', 'markdown', 'html', 'json'];
/** Options that print something and end: nothing goes with them. */
const ALONE: ReadonlySet<string> = new Set(['help', 'version', 'man', 'completions']);

/** To be sourced, or saved as `_lede` in a folder of `$fpath`. */
export function zshCompletions(): string {
  const specs = SPECS.map((option) => `    ${specOf(option)}`);
  const formats = HIGHLIGHTS.options.map((name) => `'${excluding(name)}--${name}[${helpOf(name)}]'`);
  return `#compdef lede
# Completions of lede for zsh: source this file, or save it as _lede in a folder of $fpath.

_lede_inputs() {
  local -a inputs
  inputs=(
    'articles:article:_files -g "*.(#i)(${ARTICLE_EXTENSIONS.join('|')})(-.)"'
  )
  (( CURRENT == 2 )) && inputs+=('commands:command:((${HIGHLIGHTS.name}\\:"${HIGHLIGHTS.help}"))')
  _alternative $inputs
}

_lede() {
  if [[ $words[2] == ${HIGHLIGHTS.name} ]] && (( CURRENT > 2 )); then
    _arguments ${formats.join(' ')} '1: :' '*: :_lede_inputs'
    return
  fi
  _arguments -s -S : \\
${specs.join(' \\\n')} \\
    '*: :_lede_inputs'
}

# Loaded by the completion system the file is the function; sourced, it registers it.
if [[ "$funcstack[1]" == _lede ]]; then _lede "$@"; else compdef _lede lede; fi
`;
}

/** `'(-w --width)'{-w,--width=}'[columns of text]:columns: '`, as \`_arguments\` takes it. */
function specOf({ name, short, value, values, help }: OptionSpec): string {
  const long = `--${name}${value === undefined ? '' : '='}`;
  const text = `[${escaped(help)}]`;
  const argument = value === undefined ? '' : `:${value.toLowerCase()}:${completer(value, values)}`;
  if (short === undefined) return `'${excluding(name)}${long}${text}${argument}'`;
  return `'(${ALONE.has(name) ? '- *' : `-${short} --${name}`})'{-${short},${long}}'${text}${argument}'`;
}

function excluding(name: string): string {
  if (ALONE.has(name)) return '(- *)';
  return FORMATS.includes(name) ? `(${FORMATS.map((format) => `--${format}`).join(' ')})` : '';
}

function completer(value: string, values: readonly string[] | undefined): string {
  if (values) return `(${values.join(' ')})`;
  return value === 'FILE' ? '_files' : value === 'URL' ? '_urls' : ' ';
}

function helpOf(name: string): string {
  return escaped(SPECS.find((option) => option.name === name)?.help ?? '');
}

/** A text inside `'…[…]'`. */
function escaped(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, String.raw`\$&`).replaceAll("'", String.raw`'\''`);
}
