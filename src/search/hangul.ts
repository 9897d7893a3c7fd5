/**
 * Hangul as a row of letters: what a search compares when a word is half typed, misspelt, given by its initial
 * consonants only, or typed with the keyboard in the wrong language. Pure functions.
 */

const LEADS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const VOWELS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const TAILS = ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ');
/** Compound letters that an input method makes of two (typing ㄱㅅ gives ㄳ), in the order of the tables above. */
const PAIRS = [...TAILS, ...VOWELS].filter(({ length }) => length > 1);
const COMPOUNDS: Record<string, string> = Object.fromEntries(
  [...'ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄㅘㅙㅚㅝㅞㅟㅢ'].map((compound, index) => [compound, PAIRS[index] ?? '']),
);

const FIRST = 0xac00;
const isSyllable = (code: number) => code >= FIRST && code < FIRST + 11172;

/** `컨` → `ㅋㅓㄴ`, `ㄳ` → `ㄱㅅ`; anything but Hangul stays. */
export const letters = (text: string): string =>
  [...text]
    .map((character) => {
      const index = (character.codePointAt(0) ?? 0) - FIRST;
      if (!isSyllable(index + FIRST)) return COMPOUNDS[character] ?? character;
      return (LEADS[Math.floor(index / 588)] ?? '') + (VOWELS[Math.floor(index / 28) % 21] ?? '') + (TAILS[index % 28] ?? '');
    })
    .join('');

export interface Composed {
  /** A syllable, or a letter that found no place in one. */
  text: string;
  /** The letters that it was made of. */
  letters: string;
}

const SYLLABLE =
  /([ㄱ-ㅎ])(ㅗ[ㅏㅐㅣ]?|ㅜ[ㅓㅔㅣ]?|ㅡㅣ?|[ㅏ-ㅣ])((?:ㄱㅅ|ㄴ[ㅈㅎ]|ㄹ[ㄱㅁㅂㅅㅌㅍㅎ]|ㅂㅅ|[ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅇㅈㅊㅋㅌㅍㅎ])(?![ㅏ-ㅣ]))?|./gsu;

/** Letters → syllables, as an input method puts them together. */
export const compose = (row: string): Composed[] =>
  [...row.matchAll(SYLLABLE)].map(([all, lead = '', vowel = '', tail = '']) => {
    const lead_ = LEADS.indexOf(lead);
    if (lead_ < 0) return { text: all, letters: all };
    return { text: String.fromCodePoint(FIRST + lead_ * 588 + VOWELS.indexOf(vowel) * 28 + TAILS.indexOf(tail)), letters: all };
  });

/** The two-set keyboard: each letter with its key. */
const KEYBOARD = 'ㄱrㄲRㄴsㄷeㄸEㄹfㅁaㅂqㅃQㅅtㅆTㅇdㅈwㅉWㅊcㅋzㅌxㅍvㅎgㅏkㅐoㅑiㅒOㅓjㅔpㅕuㅖPㅗhㅛyㅜnㅠbㅡmㅣl';
const toKey = new Map<string, string>();
const toLetter = new Map<string, string>();
for (let index = 0; index < KEYBOARD.length; index += 2) {
  toKey.set(KEYBOARD[index] ?? '', KEYBOARD[index + 1] ?? '');
  toLetter.set(KEYBOARD[index + 1] ?? '', KEYBOARD[index] ?? '');
}

/** Hangul typed with the keyboard in Korean → the Latin letters on those keys: `애찯ㄱ` → `docker`. */
export const keysOf = (text: string): string => [...letters(text)].map((letter) => toKey.get(letter)?.toLowerCase() ?? letter).join('');

/** Latin typed with the keyboard in English → the Hangul letters on those keys; capitals count only where they differ. */
export const lettersOnKeys = (keys: string): string => [...keys].map((key) => toLetter.get(key) ?? toLetter.get(key.toLowerCase()) ?? key).join('');

/**
 * Text with its Hangul as keys after a backquote, which a second one ends only where a Latin letter follows (`` `zjsjf ``,
 * `` `rktkd `VM ``): ASCII letters compress better than syllables, by a tenth. Bars and line ends part the fields of a file
 * and end a run too; the text itself must have no backquote.
 */
export const pack = (text: string): string =>
  text.replace(/[가-힣][^a-z|\n]*/giu, (run: string, at: number) => {
    const keys = [...letters(run)].map((letter) => toKey.get(letter) ?? letter).join('');
    return `\`${keys}${/^[a-z]/i.test(text.slice(at + run.length)) ? '`' : ''}`;
  });
export const unpack = (packed: string): string => packed.replace(/`([^`|\n]*)`?/g, (_, keys: string) => typedAs(keys));

/** What an input method would have made of the keys. */
const typedAs = (keys: string) =>
  compose(lettersOnKeys(keys))
    .map(({ text }) => text)
    .join('');

/** `하이퍼바이저` → `ㅎㅇㅍㅂㅇㅈ`; anything but Hangul stays. */
export const initials = (text: string): string =>
  [...text].map((character) => (/[가-힣]/u.test(character) ? (letters(character)[0] ?? '') : character)).join('');

/** Whether there is nothing but consonants in it (and what is not Hangul at all is not there). */
export const isInitials = (text: string): boolean => /^[ㄱ-ㅎ]{2,}$/u.test(text);

/** Whether every piece is a whole syllable, a space, a digit: what a person may have meant. */
export const isWhole = (pieces: readonly Composed[]): boolean => pieces.every(({ text }) => !/[ㄱ-ㅣ]/u.test(text));
