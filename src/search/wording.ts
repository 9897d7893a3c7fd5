/** What the search says, for the page and the dialog alike. */
import { withParticle } from '../book/text.ts';

export const LABEL = '찾기';
export const RESULTS_LABEL = '찾은 곳';
export const HOW_TO_ASK = '용어, 문장, 명령, 오류 메시지를 한국어나 영어로 적는다. 조사와 띄어쓰기는 가리지 않는다.';

/** Each shows one thing that the search can do. */
export const EXAMPLES: readonly { query: string; shows: string }[] = [
  { query: '컨테이너를', shows: '조사를 붙여도' },
  { query: '가상머신', shows: '띄어 쓰지 않아도' },
  { query: 'hypervisor', shows: '영어로' },
  { query: 'ㅎㅇㅍㅂㅇㅈ', shows: '첫소리만으로' },
  { query: 'zjsxpdlsj', shows: '영문 자판인 채로' },
];

/** 을 or 를, as the word is read aloud. */
export const objectParticle = (word: string): string => withParticle(word, '을', '를').slice(word.length);

export const subjectParticle = (word: string): string => withParticle(word, '이', '가').slice(word.length);

const NATIVE = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];
const counted = (count: number, unit: string) => `${NATIVE[count] ?? count}${count > 10 ? '' : ' '}${unit}`;

/** “용어 한 개, 장 네 곳, 절 여섯 곳”; empty when there is nothing. */
export const countsInWords = ({ terms, chapters, places }: { terms: number; chapters: number; places: number }): string =>
  [terms > 0 && `용어 ${counted(terms, '개')}`, chapters > 0 && `장 ${counted(chapters, '곳')}`, places > 0 && `절 ${counted(places, '곳')}`]
    .filter(Boolean)
    .join(', ');
