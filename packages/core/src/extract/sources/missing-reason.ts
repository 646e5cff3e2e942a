import { isHidden } from '../../read/html/appearance.ts';
import { attribute, isElement, isText, type ParentNode, textContent, walk } from '../../read/html/nodes.ts';

const ERROR_TITLE =
  /^(?:(?:error\s)?[45]\d\d(?:$|\s?[-–—:|.]|\s(?:error|not found|forbidden|bad|internal|service))|page not found|not found$|access denied|forbidden$|service unavailable|internal server error)/i;
const CHALLENGE = /checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|just a moment/i;
/** Text that is looked at for such a sentence; it stands alone on the page. */
const LONGEST_TEXT = 5000;

/**
 * Why a page without an article may have none, for a person: it is a form to log in, an error, made by
 * scripts alone … `undefined` where nothing tells.
 */
export function missingReason(root: ParentNode): string | undefined {
  let title = '';
  let text = '';
  let scripts = 0;
  let passwords = 0;
  let frames = 0;
  walk(root, (node) => {
    if (isText(node)) {
      if (text.length < LONGEST_TEXT) text += node.value;
      return undefined;
    }
    if (!isElement(node)) return undefined;
    // A form that a button would open does not make the page.
    if (isHidden(node)) return 'skip';
    switch (node.tagName) {
      case 'title':
        title ||= textContent(node, 300).trim();
        return 'skip';
      case 'script':
        scripts++;
        return 'skip';
      case 'style':
        return 'skip';
      case 'iframe':
      case 'frame':
        frames++;
        return 'skip';
      case 'input':
        if (attribute(node, 'type')?.toLowerCase() === 'password') passwords++;
        return undefined;
      default:
        return undefined;
    }
  });
  if (CHALLENGE.test(title) || CHALLENGE.test(text)) return 'the page only checks who asks for it';
  if (ERROR_TITLE.test(title)) return 'the page tells of an error';
  if (passwords > 0) return 'the page asks its readers to log in';
  if (frames > 0) return 'the page shows other pages in frames';
  return scripts > 0 || /javascript/i.test(text) ? 'scripts would have to make it' : undefined;
}
