/** Small helpers on Korean text. Pure functions. */

/** Characters of prose that an adult reads in a minute, white space not counted: Korean technical text read with care. */
export const CHARACTERS_PER_MINUTE = 500;

/**
 * Reading time of Korean prose.
 * @param characters characters without white space
 * @returns whole minutes, at least 1
 */
export const readingMinutes = (characters: number): number => Math.max(1, Math.round(characters / CHARACTERS_PER_MINUTE));

/** Number of characters that are not white space. */
export const countCharacters = (text: string): number => [...text.replace(/\s+/gu, '')].length;

const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const PLAIN: Record<string, string> = { ㄲ: 'ㄱ', ㄸ: 'ㄷ', ㅃ: 'ㅂ', ㅆ: 'ㅅ', ㅉ: 'ㅈ' };

/** Initial consonant of a Hangul syllable (`컨` → `ㅋ`), doubled ones kept; undefined for anything else. */
export function initialConsonant(character: string): string | undefined {
  const index = (character.codePointAt(0) ?? 0) - 0xac00;
  return index >= 0 && index < 11172 ? INITIALS[Math.floor(index / 588)] : undefined;
}

/** Group of a word in an index by 가나다 or A–Z: `ㄱ`…`ㅎ`, `A`…`Z`, or `#`. */
export function indexGroup(word: string): string {
  const first = word.trim()[0] ?? '';
  const consonant = initialConsonant(first);
  if (consonant) return PLAIN[consonant] ?? consonant;
  return /[a-z]/i.test(first) ? first.toUpperCase() : '#';
}

/** Whether a word ends in a syllable with a final consonant; Latin and digits by how they are read aloud. */
export function endsInConsonant(word: string): boolean {
  const last = [...word.trim()].at(-1) ?? '';
  const index = (last.codePointAt(0) ?? 0) - 0xac00;
  if (index >= 0 && index < 11172) return index % 28 !== 0;
  if (/[0-9]/.test(last)) return /[013678]/.test(last);
  return /[lmnr]/i.test(last);
}

/** `컨테이너` + (`을`, `를`) → `컨테이너를`. */
export const withParticle = (word: string, afterConsonant: string, afterVowel: string): string => word + (endsInConsonant(word) ? afterConsonant : afterVowel);

/** U+2060 WORD JOINER: invisible, forbids a line break. */
export const JOINER = '\u2060';

/** Puts joiners where a line end must not tear: `)를`, `CPU·메모리`, `VT-x`. */
export const keepTogether = (value: string): string =>
  value
    .replace(/\)(?=[가-힣])/gu, `)${JOINER}`)
    .replace(/(?<=\S)·(?=\S)/gu, `${JOINER}·`)
    .replace(/(?<=\b[A-Z]{2,})-(?=[A-Za-z]\b)/gu, `-${JOINER}`);
