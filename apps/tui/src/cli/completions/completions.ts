import type { Shell } from '../options.ts';
import { bashCompletions } from './bash.ts';
import { fishCompletions } from './fish.ts';
import { zshCompletions } from './zsh.ts';

/**
 * A script that teaches a shell what `lede` takes: options with their values, articles and folders by name, the word
 * `highlights`. Made from the tables of options and of file types.
 */
export function completionScript(shell: Shell): string {
  switch (shell) {
    case 'bash':
      return bashCompletions();
    case 'zsh':
      return zshCompletions();
    default:
      return fishCompletions();
  }
}
