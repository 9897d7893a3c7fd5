/** The two orders of the glossary: 가나다 by the Korean term, A–Z by the English one. */
import type { Term } from './schema.ts';
import { indexGroup } from './text.ts';

export interface IndexGroup {
  /** `ㄱ`…`ㅎ` or `A`…`Z`. */
  letter: string;
  /** ASCII id of the group on the page: `index-g` for ㄱ, `index-latin-g` for G. */
  id: string;
  terms: Term[];
}

const ROMAN: Record<string, string> = {
  ㄱ: 'g',
  ㄴ: 'n',
  ㄷ: 'd',
  ㄹ: 'r',
  ㅁ: 'm',
  ㅂ: 'b',
  ㅅ: 's',
  ㅇ: 'ng',
  ㅈ: 'j',
  ㅊ: 'ch',
  ㅋ: 'k',
  ㅌ: 't',
  ㅍ: 'p',
  ㅎ: 'h',
};
export const CONSONANTS = Object.keys(ROMAN);
export const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const korean = new Intl.Collator('ko');
const english = new Intl.Collator('en', { sensitivity: 'base' });

export function byHangul(terms: readonly Term[]): IndexGroup[] {
  const own = terms.filter(({ ko }) => indexGroup(ko) in ROMAN).sort((a, b) => korean.compare(a.ko, b.ko));
  return CONSONANTS.map((letter) => ({ letter, id: `index-${ROMAN[letter]}`, terms: own.filter(({ ko }) => indexGroup(ko) === letter) }));
}

export function byAlphabet(terms: readonly Term[]): IndexGroup[] {
  const own = [...terms].sort((a, b) => english.compare(a.en, b.en));
  return LETTERS.map((letter) => ({
    letter,
    id: `index-latin-${letter.toLowerCase()}`,
    terms: own.filter(({ en }) => indexGroup(en.replace(/^[^a-z]+/i, '')) === letter),
  }));
}

/** Terms around one in the Korean order, for the entry's side column. */
export function neighbours(terms: readonly Term[], term: Term, reach: number): Term[] {
  const sorted = [...terms].sort((a, b) => korean.compare(a.ko, b.ko));
  const at = sorted.indexOf(term);
  const from = Math.max(0, Math.min(at - reach, sorted.length - 2 * reach - 1));
  return sorted.slice(from, from + 2 * reach + 1);
}
