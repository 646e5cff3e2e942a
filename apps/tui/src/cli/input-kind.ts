/** Standard input, on the command line. */
export const STANDARD_INPUT = '-';
/** The system's clipboard, as `--clipboard` names it. */
export const CLIPBOARD = 'clipboard:';

/** Whether an input is the address of a page. */
export function isAddress(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

/** Whether an input is the path of a file; `''` is a page of our own. */
export function isPath(input: string): boolean {
  return input !== '' && input !== STANDARD_INPUT && input !== CLIPBOARD && !isAddress(input);
}
