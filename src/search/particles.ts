/** Korean particles and endings off the end of a word of the query. A guess: only the index says whether a stem is a word. */
import { endsInConsonant } from '../book/text.ts';

const AFTER_VOWEL = '를 는 가 와 로 란 나 랑 며 라는 라고 든'.split(' ');
const AFTER_CONSONANT = [...'을은이과', '으로', '이다', ...AFTER_VOWEL.map((ending) => `이${ending}`)];
const AFTER_ANY = '의 에 에서 에게 에는 도 만 까지 부터 처럼 보다 마다 밖에 들 인가 하기 하는 한다 하다 하면 해서 한 할 되기 되는 된다 된 될'.split(' ');

/** The word itself first, then what is left when endings come off, longest first: `컨테이너에서는` → `컨테이너에서`, `컨테이너`. */
export function stems(word: string): string[] {
  const found = [word];
  for (let index = 0; index < found.length && found.length < 12; index += 1) {
    const from = found[index] ?? '';
    for (const stem of shorter(from)) if (!found.includes(stem)) found.push(stem);
  }
  return found.sort((a, b) => b.length - a.length);
}

function shorter(word: string): string[] {
  if (/[a-z]{3}s$/.test(word)) return [word.slice(0, -1)]; // cgroups → cgroup
  const cut = (endings: readonly string[], fits: (stem: string) => boolean) =>
    endings
      .filter((ending) => word.length > ending.length && word.endsWith(ending))
      .map((ending) => word.slice(0, -ending.length))
      .filter(fits);
  const latin = (stem: string) => /[a-z0-9]$/.test(stem); // read aloud in more than one way
  return [
    ...cut(AFTER_ANY, () => true),
    ...cut(AFTER_CONSONANT, (stem) => latin(stem) || endsInConsonant(stem)),
    ...cut(AFTER_VOWEL, (stem) => latin(stem) || !endsInConsonant(stem) || endsInRieul(stem, word)),
  ];
}

/** `커널로`: -로 follows ㄹ too. */
const endsInRieul = (stem: string, word: string) => word.endsWith('로') && ((stem.codePointAt(stem.length - 1) ?? 0) - 0xac00) % 28 === 8;
