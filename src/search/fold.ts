/** One form for everything that is compared: case, composition, joiners and spaces do not count. Pure functions. */

/** Longer questions are cut: nobody types them, and a pasted file must not stop the page. */
export const LONGEST_QUERY = 200;

/** Lower case, NFC, without joiners (U+2060 …) and control characters, words parted by one space. */
export const fold = (text: string): string =>
  text
    .slice(0, 2000)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** As `fold`, of the letters and digits only: `가상 머신` and `가상머신` are one, and so are `copy-on-write` and `Copy on write`. */
export const keyOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

export const isLatin = (key: string): boolean => /^[a-z0-9]+$/.test(key);

/** A title prepared for looking into: its key, and where words begin in it. */
export interface Squeezed {
  key: string;
  /** Offsets at which a word, or another script, begins; the end counts as one. */
  starts: ReadonlySet<number>;
}

export function squeeze(text: string): Squeezed {
  const starts = new Set<number>();
  let key = '';
  // A particle after a Latin name (`VM과`) begins anew, so that the name ends there.
  for (const [run] of fold(text).matchAll(/[a-z0-9]+|[^\P{L}a-z]+/gu)) {
    starts.add(key.length);
    key += run;
  }
  return { key, starts: starts.add(key.length) };
}

/** How a title holds a word: not at all, inside another word, as a word (or the beginning of one), or it is the word. */
export const NOT_HELD = 0;
export const HELD_INSIDE = 1;
export const HELD = 2;
export const IS = 3;

/**
 * @param word a key
 * @param unfinished the reader may still be typing it: a Latin word may go on
 */
export function holds({ key, starts }: Squeezed, word: string, unfinished = false): number {
  if (!word || word.length > key.length) return NOT_HELD;
  if (key === word) return IS;
  let best = NOT_HELD;
  for (let at = key.indexOf(word); at >= 0 && best < HELD; at = key.indexOf(word, at + 1)) {
    const begins = starts.has(at);
    if (isLatin(word)) {
      if (begins && (starts.has(at + word.length) || (unfinished && word.length > 2))) best = HELD;
    } else if (begins) best = HELD;
    else if (word.length > 1) best = HELD_INSIDE;
  }
  return best;
}
