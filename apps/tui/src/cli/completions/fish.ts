import { ARTICLE_EXTENSIONS } from '../media-type.ts';
import { HIGHLIGHTS, OPTIONS, type OptionSpec } from '../options.ts';

const SPECS: readonly OptionSpec[] = OPTIONS;
const NO_COMMAND = `-n 'not __fish_seen_subcommand_from ${HIGHLIGHTS.name}'`;

/** To be saved as `lede.fish` in a folder of `$fish_complete_path`, or sourced. */
export function fishCompletions(): string {
  return `# Completions of lede for fish: save this file as ~/.config/fish/completions/lede.fish, or source it.

# Articles and folders; where there are none, any file.
function __lede_articles
    set -l names (complete -C"'' "(commandline -ct))
    set -l found (string match -ir '^[^\\t]*(?:/|\\.(?:${ARTICLE_EXTENSIONS.join('|')}))(?:\\t.*)?$' -- $names)
    if set -q found[1]
        printf '%s\\n' $found
    else
        printf '%s\\n' $names
    end
end

complete -c lede -f -a '(__lede_articles)'
complete -c lede -n __fish_is_first_token -a ${HIGHLIGHTS.name} -d '${escaped(HIGHLIGHTS.help)}'
${SPECS.map(lineOf).join('\n')}
`;
}

function lineOf({ name, short, value, values, help }: OptionSpec): string {
  const parts = ['complete -c lede'];
  if (!HIGHLIGHTS.options.some((option) => option === name)) parts.push(NO_COMMAND);
  parts.push(`-l ${name}`);
  if (short !== undefined) parts.push(`-s ${short}`);
  if (values) parts.push(`-x -a '${values.join(' ')}'`);
  else if (value !== undefined) parts.push(value === 'FILE' ? '-r -F' : '-x');
  parts.push(`-d '${escaped(help)}'`);
  return parts.join(' ');
}

function escaped(text: string): string {
  return text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`);
}
