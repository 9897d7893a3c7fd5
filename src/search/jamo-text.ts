/**
 * Text as Pagefind is given it: every letter (jamo) of a Hangul syllable as one small letter of the IPA block.
 *
 *   컨테이너  →  ʄ… (one letter for each of ㅋㅓㄴㅌㅔㅇㅣㄴㅓ)  →  컨테이너
 *
 * Pagefind 1.5 counts Hangul words wrongly and puts them all into one chunk; letters of an ordinary script it
 * splits. One-to-one, so that excerpts can be read back; two bytes a letter, where decomposed Hangul has three.
 * The letters U+0250–U+0292 do not occur in the book: `src/build/full-text.ts` makes sure.
 */
const FIRST = 0x250;
/** First code of leading consonants, vowels, trailing consonants in Unicode, and how many of each come before. */
const BLOCKS = [
  { from: 0x1100, count: 19, before: 0 },
  { from: 0x1161, count: 21, before: 19 },
  { from: 0x11a8, count: 27, before: 40 },
] as const;
const LETTERS = BLOCKS.reduce((sum, { count }) => sum + count, 0);

/** Matches a letter that stands for a jamo. */
export const INDEX_LETTER = new RegExp(`[${String.fromCharCode(FIRST)}-${String.fromCharCode(FIRST + LETTERS - 1)}]`, 'g');

export const toIndexText = (text: string): string =>
  text.normalize('NFD').replace(/[\u1100-\u11ff]/g, (jamo) => {
    const code = jamo.charCodeAt(0);
    const block = BLOCKS.find(({ from, count }) => code >= from && code < from + count);
    return block ? String.fromCharCode(FIRST + block.before + code - block.from) : jamo;
  });

export const fromIndexText = (text: string): string =>
  text
    .replace(INDEX_LETTER, (letter) => {
      const index = letter.charCodeAt(0) - FIRST;
      const block = BLOCKS.findLast(({ before }) => index >= before) ?? BLOCKS[0];
      return String.fromCharCode(block.from + index - block.before);
    })
    .normalize('NFC');
