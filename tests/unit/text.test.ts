import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countCharacters, endsInConsonant, indexGroup, initialConsonant, readingMinutes, withParticle } from '../../src/book/text.ts';

test('initial consonants of syllables, of nothing else', () => {
  assert.deepEqual([...'가까컨힣'].map(initialConsonant), ['ㄱ', 'ㄲ', 'ㅋ', 'ㅎ']);
  assert.deepEqual([...'aㄱ1 '].map(initialConsonant), [undefined, undefined, undefined, undefined]);
  assert.equal(initialConsonant(''), undefined);
});

test('groups of an index: doubled consonants with the plain ones, letters in capitals, the rest under #', () => {
  const words = { 컨테이너: 'ㅋ', 꾸러미: 'ㄱ', 쓰기: 'ㅅ', ' 힙': 'ㅎ', cgroup: 'C', VFS: 'V', '.dockerignore': '#', '9p': '#', '': '#' };
  for (const [word, group] of Object.entries(words)) assert.equal(indexGroup(word), group, word);
});

test('particles follow the last sound, of Latin letters and digits too', () => {
  const words = { 컨테이너: '를', 커널: '을', VM: '을', CPU: '를', ' 층 ': '을', 'Docker 29': '를', '6.1': '을', 10: '을', 2: '를' };
  for (const [word, particle] of Object.entries(words)) assert.equal(withParticle(word, '을', '를'), word + particle);
  assert.equal(endsInConsonant(''), false);
});

test('reading time counts characters without white space, by code point, at least a minute', () => {
  assert.equal(countCharacters('가 나\n\t다 😀'), 4);
  assert.deepEqual([0, 500, 749, 750, 7000].map(readingMinutes), [1, 1, 1, 2, 14]);
});
