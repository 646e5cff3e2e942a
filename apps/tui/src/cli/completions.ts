import { OPTIONS, type OptionSpec } from './options.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const OPTION_LIST: readonly OptionSpec[] = OPTIONS;
/** What an option's value can be, where a shell can offer it. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'media-type': ['text/plain', 'text/markdown', 'text/html'],
  completions: SHELLS,
};

/** A script that teaches a shell the options, made from the table of options. */
export function completionScript(shell: Shell): string {
  switch (shell) {
    case 'bash':
      return bash();
    case 'zsh':
      return zsh();
    default:
      return fish();
  }
}

function bash(): string {
  const names = OPTION_LIST.flatMap(({ name, short }) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]);
  const cases = Object.entries(VALUES).map(([name, values]) => {
    return `    --${name}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$word")); return ;;`;
  });
  return `_lede() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  case "\${COMP_WORDS[COMP_CWORD-1]}" in
${cases.join('\n')}
  esac
  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "${names.join(' ')}" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _lede lede
`;
}

function zsh(): string {
  const specs = OPTION_LIST.map(({ name, short, value, help }) => {
    const text = help.replaceAll(/['[\]:]/g, ' ');
    const offered = VALUES[name];
    const argument = value === undefined ? '' : `:${value}:${offered ? `(${offered.join(' ')})` : ''}`;
    const names = short === undefined ? `--${name}` : `{-${short},--${name}}`;
    return `  ${names}'[${text}]${argument}'`;
  });
  return `#compdef lede\n_arguments -s \\\n${specs.join(' \\\n')} \\\n  '*:file:_files'\n`;
}

function fish(): string {
  const lines = OPTION_LIST.map(({ name, short, value, help }) => {
    const offered = VALUES[name];
    const argument = value === undefined ? '' : offered ? ` -x -a '${offered.join(' ')}'` : ' -x';
    return `complete -c lede -l ${name}${short === undefined ? '' : ` -s ${short}`}${argument} -d '${help.replaceAll("'", String.raw`\'`)}'`;
  });
  return `${lines.join('\n')}\n`;
}
