import { INSIDE, type Page } from './page.ts';

/** Parts that a document which is nothing but its article does not have. */
const FURNITURE = INSIDE.nav | INSIDE.footer | INSIDE.aside | INSIDE.form | INSIDE.dialog | INSIDE.button;
/** Elements with a class or id that a plain document may have: one wrapper. */
const FEW = 1;

/**
 * Whether a page is a clean document: no menus, forms or footers, and next to no hooks for styles. Such a
 * page was written, or extracted, as an article; there is nothing to take away.
 */
export function isClean(page: Page): boolean {
  let hooks = 0;
  for (let e = 0; e < page.elements.length; e++) {
    if ((page.elementInside[e] as number) & FURNITURE) return false;
    if ((page.elementClass[e] as string).includes(' ') && ++hooks > FEW) return false;
  }
  return true;
}
