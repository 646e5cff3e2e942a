import { isHidden } from '../../read/html/appearance.ts';
import { attribute, isElement, isText, type ParentNode, textContent, walk } from '../../read/html/nodes.ts';

/** Why a page has no article. */
export type PageFault = 'challenge' | 'error' | 'redirect' | 'login' | 'frames' | 'scripts';

/** What is told of each fault, after "The page holds no article: ". */
export const FAULT_MESSAGES: Readonly<Record<PageFault, string>> = {
  challenge: 'the page only checks who asks for it',
  error: 'the page tells of an error',
  redirect: 'the page only leads to another one',
  login: 'the page asks its readers to log in',
  frames: 'the page shows other pages in frames',
  scripts: 'scripts would have to make it',
};

const ERROR_TITLE =
  /^(?:(?:error\s)?[45]\d\d(?:$|\s?[-–—:|.]|\s(?:error|not found|forbidden|bad|internal|service|unauthorized|gateway))|page not found|not found$|access (?:denied|to this page has been denied)|forbidden$|service unavailable|internal server error|seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata|страница не найдена)/i;
const CHALLENGE =
  /checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|just a moment|making sure you're not a bot|are you a robot|attention required! \| cloudflare/i;
const LOGIN =
  /\b(?:log ?in|log on|sign ?in|anmelden|einloggen|se connecter|connexion|iniciar sesión|accedi|entrar|inloggen|войти|вход)\b/i;
/** Text that is looked at for such a sentence; it stands alone on the page. */
const LONGEST_TEXT = 5000;
/** A form to log in stands beside fewer words than this, whatever the page is called. */
const FORM_WORDS = 40;

/**
 * What keeps a page of few words from having an article: it is a form to log in, an error, made by scripts
 * alone … `undefined` where nothing tells.
 */
export function pageFault(root: ParentNode): PageFault | undefined {
  let title = '';
  let heading = '';
  let text = '';
  let scripts = 0;
  let passwords = 0;
  let frames = 0;
  let refreshes = 0;
  walk(root, (node) => {
    if (isText(node)) {
      if (text.length < LONGEST_TEXT) text += `${node.value} `;
      return undefined;
    }
    if (!isElement(node)) return undefined;
    // A form that a button would open does not make the page.
    if (isHidden(node)) return 'skip';
    switch (node.tagName) {
      case 'title':
        title ||= textContent(node, 300).trim();
        return 'skip';
      case 'meta':
        if (/^refresh$/i.test(attribute(node, 'http-equiv') ?? '') && /url/i.test(attribute(node, 'content') ?? ''))
          refreshes++;
        return undefined;
      case 'h1':
        heading ||= textContent(node, 300).trim();
        return undefined;
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
  if (CHALLENGE.test(title) || CHALLENGE.test(text)) return 'challenge';
  if (ERROR_TITLE.test(title) || ERROR_TITLE.test(heading)) return 'error';
  if (refreshes > 0) return 'redirect';
  const isForm = LOGIN.test(`${title} ${heading}`) || text.split(/\s+/, FORM_WORDS + 1).length <= FORM_WORDS;
  if (passwords > 0 && isForm) return 'login';
  if (frames > 0) return 'frames';
  return scripts > 0 || /javascript/i.test(text) ? 'scripts' : undefined;
}
