import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byAlphabet, byHangul, LETTERS, neighbours } from '../../src/book/glossary-index.ts';
import { term } from './sample.ts';

const terms = [
  term('t1', { ko: '컨테이너', en: 'container' }),
  term('t2', { ko: '꾸러미', en: 'package' }),
  term('t3', { ko: '가상화', en: 'virtualization' }),
  term('t4', { ko: 'cgroup', en: 'Control group' }),
  term('t5', { ko: '깡통', en: '.can' }),
];
const filled = (groups: ReturnType<typeof byHangul>) =>
  groups.filter((group) => group.terms.length > 0).map(({ letter, id, terms }) => [letter, id, terms.map((entry) => entry.id).join()]);

test('가나다: fourteen groups, doubled consonants with the plain ones, Latin names left to A–Z', () => {
  assert.equal(byHangul(terms).length, 14);
  assert.deepEqual(filled(byHangul(terms)), [
    ['ㄱ', 'index-g', 't3,t5,t2'],
    ['ㅋ', 'index-k', 't1'],
  ]);
});

test('A–Z: by the English name, capitals and leading signs left out of account', () => {
  assert.equal(byAlphabet(terms).length, LETTERS.length);
  assert.deepEqual(filled(byAlphabet(terms)), [
    ['C', 'index-latin-c', 't5,t1,t4'],
    ['P', 'index-latin-p', 't2'],
    ['V', 'index-latin-v', 't3'],
  ]);
});

test('ids of the groups differ', () => {
  const ids = [...byHangul(terms), ...byAlphabet(terms)].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('neighbours are as many at the ends as in the middle', () => {
  const many = ['가', '나', '다', '라', '마', '바', '사'].map((ko) => term(ko, { ko }));
  const around = (at: number) =>
    neighbours(many, many[at] ?? term('x'), 1)
      .map(({ ko }) => ko)
      .join('');
  assert.deepEqual([around(0), around(3), around(6)], ['가나다', '다라마', '마바사']);
  assert.equal(neighbours(many.slice(0, 2), many[1] ?? term('x'), 6).length, 2);
});
