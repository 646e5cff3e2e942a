import type { Page } from './page.ts';
import { within } from './sums.ts';

/** An element, and how every other element stands to it. */
export interface Core {
  element: number;
  /** Steps from the core up to the nearest common ancestor. */
  coreSteps: Int32Array;
  /** Steps from the element up to the nearest common ancestor; 0 inside the core and on the way to it. */
  steps: Int32Array;
  /** The child of the common ancestor that holds the element; the element itself where it is an ancestor. */
  branch: Int32Array;
}

export const NO_CORE: Core = {
  element: -1,
  coreSteps: new Int32Array(0),
  steps: new Int32Array(0),
  branch: new Int32Array(0),
};

/** The deepest element that holds `1 / ratio` of what the sums count, and how all others stand to it. */
export function findCore(page: Page, sums: Int32Array | Float64Array, ratio: number): Core {
  const total = page.elements.length;
  const all = sums.at(-1) ?? 0;
  const core: Core = {
    element: 0,
    coreSteps: new Int32Array(total),
    steps: new Int32Array(total),
    branch: new Int32Array(total),
  };
  // In pre-order a later element with enough prose is deeper or beside; two with more than half cannot be beside.
  for (let e = 0; e < total; e++) if (within(sums, page, e) * ratio > all) core.element = e;
  if (total === 0) return { ...core, element: -1 };
  const onWay = new Uint8Array(total);
  for (let e = core.element; e >= 0; e = page.elementParent[e] as number) onWay[e] = 1;
  for (let e = 0; e < total; e++) {
    const parent = page.elementParent[e] as number;
    if (onWay[e] === 1) {
      core.coreSteps[e] = (page.elementDepth[core.element] as number) - (page.elementDepth[e] as number);
      core.branch[e] = e;
      continue;
    }
    if (parent < 0) continue;
    const inCore = parent === core.element || (core.coreSteps[parent] === 0 && core.steps[parent] === 0);
    core.coreSteps[e] = core.coreSteps[parent] as number;
    core.steps[e] = inCore ? 0 : (core.steps[parent] as number) + 1;
    core.branch[e] = onWay[parent] === 1 ? e : (core.branch[parent] as number);
  }
  return core;
}
