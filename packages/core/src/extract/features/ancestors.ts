import { type Core } from '../core.ts';
import { within } from '../sums.ts';
import { type Survey } from '../survey.ts';
import { blocksIn, blocksUpTo, type FeatureGroup, type Put, share, wordsUpTo } from './group.ts';

/** Ancestors that are described: each holds more blocks than the one before. */
const LEVELS = [1, 2, 3, 4, 5];

/** What the ancestors hold. */
export const ANCESTORS: FeatureGroup = [
  LEVELS.flatMap((level) =>
    'blocks words linkDensity wordsPerBlock prose repeats repeatMean placed media weight'
      .split(' ')
      .map((name) => `up${level}.${name}`),
  ),
  (s, b, e, put) => {
    const { page } = s;
    const before = s.wordsBefore[b] as number;
    let inner = e;
    let outer = blocksIn(s, e) > 1 ? e : (s.wider[e] as number);
    for (let level = 0; level < LEVELS.length; level++) {
      const of = outer < 0 ? inner : outer;
      const blocks = blocksIn(s, of);
      const words = within(s.wordsBefore, page, of);
      put(blocksUpTo(blocks));
      put(wordsUpTo(words));
      put(share(within(s.linkCharsBefore, page, of), within(s.charsBefore, page, of)));
      put(share(words, blocks));
      put(share(within(s.proseBefore, page, of), words));
      put(s.repeats[of] as number);
      put(share(s.repeatWords[of], s.repeats[of]));
      put(share(before - (s.wordsBefore[page.elementFirst[of] as number] as number), words));
      put((page.elementMediaEnd[of] as number) - (page.elementMediaBefore[of] as number));
      put(s.ownWeight[of] as number);
      inner = of;
      outer = outer < 0 ? -1 : (s.wider[outer] as number);
    }
  },
];

const CORE_NAMES = 'steps coreSteps words share linkDensity prose after blocks weight min'.split(' ');
/** How the block stands to the elements that hold most of the page's prose. */
export const CORES: FeatureGroup = [
  ['core', 'wide'].flatMap((core) => CORE_NAMES.map((name) => `${core}.${name}`)),
  (s, b, e, put) => {
    putCore(s, s.core, b, e, put);
    putCore(s, s.wideCore, b, e, put);
  },
];

function putCore(s: Survey, core: Core, b: number, e: number, put: Put): void {
  const { page } = s;
  const branch = core.branch[e] as number;
  const words = within(s.wordsBefore, page, branch);
  put(core.steps[e] as number);
  put(core.coreSteps[e] as number);
  put(wordsUpTo(words));
  put(share(words, s.wordsBefore[s.count]));
  put(share(within(s.linkCharsBefore, page, branch), within(s.charsBefore, page, branch)));
  put(share(within(s.proseBefore, page, branch), words));
  put(b < (page.elementFirst[core.element] as number) ? -1 : b >= (page.elementEnd[core.element] as number) ? 1 : 0);
  put(blocksUpTo(blocksIn(s, branch)));
  put(s.ownWeight[branch] as number);
  put(s.chainMin[branch] as number);
}

/** What stands on the page in the same shape. */
export const REPEATS: FeatureGroup = [
  (
    'group.count group.mean group.linkDensity group.share group.steps ' +
    'shape.blocks shape.mean shape.linkDensity shape.share'
  ).split(' '),
  (s, _b, e, put) => {
    const all = s.wordsBefore[s.count] as number;
    const item = s.item[e] as number;
    if (item < 0) {
      for (let i = 0; i < 5; i++) put(-1);
    } else {
      put(s.repeats[item] as number);
      put(wordsUpTo(share(s.repeatWords[item], s.repeats[item])));
      put(share(s.repeatLinkChars[item], s.repeatChars[item]));
      put(share(s.repeatWords[item], all));
      put(s.itemSteps[e] as number);
    }
    put(s.shapeBlocks[e] as number);
    put(wordsUpTo(share(s.shapeWords[e], s.shapeBlocks[e])));
    put(share(s.shapeLinkChars[e], s.shapeChars[e]));
    put(share(s.shapeWords[e], all));
  },
];
