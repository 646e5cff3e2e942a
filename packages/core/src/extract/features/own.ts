import { STOP, UPPER } from '../characters.ts';
import { type FeatureGroup, share } from './group.ts';

/** What the block's own text is like. */
export const OWN: FeatureGroup = [
  (
    'words chars wordLength linkDensity shortWords upperWords upper commas stops punctuation dividers currency ' +
    'others strong code endsStop startsUpper titleShare titleCover descriptionShare bodyShare copies copyIndex'
  ).split(' '),
  (s, b, _e, put) => {
    const m = s.measures;
    const words = m.words[b] as number;
    const chars = m.chars[b] as number;
    put(words);
    put(chars);
    put(share(chars, words));
    put(share(m.linkChars[b], chars));
    put(share(m.shortWords[b], words));
    put(share(m.upperWords[b], words));
    put(share(m.upper[b], chars));
    put(m.commas[b] as number);
    put(m.stops[b] as number);
    put(share(m.punctuation[b], chars));
    put(m.dividers[b] as number);
    put(m.currency[b] as number);
    put(m.others[b] as number);
    put(share(m.strongChars[b], chars));
    put(share(m.codeChars[b], chars));
    put(m.lastClass[b] === STOP ? 1 : 0);
    put(m.firstClass[b] === UPPER ? 1 : 0);
    put(share(m.inTitle[b], words));
    put(share(m.inTitle[b], s.hints.title.size));
    put(share(m.inDescription[b], words));
    put(s.hints.body === null ? -1 : share(m.inBody[b], words));
    put(s.copies[b] as number);
    put(s.copyIndex[b] as number);
  },
];
