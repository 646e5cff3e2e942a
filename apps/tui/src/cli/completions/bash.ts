import { ARTICLE_EXTENSIONS } from '../media-type.ts';
import { HIGHLIGHTS, OPTIONS, type OptionSpec } from '../options.ts';

const SPECS: readonly OptionSpec[] = OPTIONS;

/** For bash from 3.2 on, which macOS has; what an older one cannot do is left to its own completion of files. */
export function bashCompletions(): string {
  const names = SPECS.flatMap((option) => forms(option));
  const cases = SPECS.filter(({ value }) => value !== undefined).map((option) => {
    const pattern = forms(option).join('|');
    if (option.values) return `    ${pattern}) _lede_words '${option.values.join(' ')}'; return ;;`;
    // Files are completed by the shell itself; a number or an address by nobody.
    return `    ${pattern}) ${option.value === 'FILE' ? '' : 'compopt +o default 2>/dev/null; '}return ;;`;
  });
  return `# Completions of lede for bash: source this file, or save it as lede in the folder of completions.

# Words of a list that begin as the word at the cursor does.
_lede_words() {
  local word
  compopt +o default 2>/dev/null
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}

# Articles and folders. Where there are none, or what is typed is quoted, the shell completes any file itself.
_lede_articles() {
  local name plain="\${cur//\\\\/}"
  [[ $cur == *[\\'\\"\\$\\\`~]* ]] && return
  compopt -o filenames 2>/dev/null || return
  while IFS= read -r name; do
    if [[ -d $name ]]; then COMPREPLY+=("$name"); continue; fi
    case $(printf %s "\${name##*.}" | tr A-Z a-z) in
      ${ARTICLE_EXTENSIONS.join('|')}) COMPREPLY+=("$name") ;;
    esac
  done < <(compgen -f -- "$plain")
}

_lede() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" option="" before=""
  COMPREPLY=()
  [ "$COMP_CWORD" -gt 0 ] && option="\${COMP_WORDS[COMP_CWORD-1]}"
  [ "$COMP_CWORD" -gt 1 ] && before="\${COMP_WORDS[COMP_CWORD-2]}"
  # --name=value comes as three words.
  if [[ $cur == "=" ]]; then cur=""
  elif [[ $option == "=" ]]; then option="$before"
  fi
  case "$option" in
${cases.join('\n')}
  esac
  if [[ \${COMP_WORDS[1]} == ${HIGHLIGHTS.name} && $COMP_CWORD -gt 1 && $cur == -* ]]; then
    _lede_words '${HIGHLIGHTS.options.map((name) => `--${name}`).join(' ')}'
  elif [[ $cur == -* ]]; then
    _lede_words '${names.join(' ')}'
  else
    [[ $COMP_CWORD -eq 1 && -n $cur && ${HIGHLIGHTS.name} == "$cur"* ]] && COMPREPLY=(${HIGHLIGHTS.name})
    _lede_articles
  fi
}

complete -o default -o bashdefault -F _lede lede
`;
}

function forms({ name, short }: OptionSpec): string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
}
