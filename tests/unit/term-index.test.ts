import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termUses } from '../../src/book/term-index.ts';
import { termMatcher } from '../../src/book/term-use.ts';
import { book, chapter, chapterText, section, term } from './sample.ts';

test('every use in the order of the book, told apart by whether the definition stands there', () => {
  const first = chapter('why/problem', 1, {
    text: chapterText({
      opening: { terms: ['kernel'], uses: ['boundary'] },
      sections: [section('one', { terms: ['boundary'], uses: ['boundary', 'kernel'] })],
    }),
  });
  const second = chapter('why/map', 2, { text: chapterText({ sections: [section('two', { uses: ['kernel'] })] }) });
  const uses = termUses(book({ chapters: [first, chapter('x/planned', 3), second], terms: ['kernel', 'boundary', 'unused'].map((id) => term(id)) }));
  const short = (id: string) => uses.get(id)?.map((use) => `${use.chapter.slug}#${use.section?.id ?? ''}${use.explained ? '!' : ''}`);
  assert.deepEqual(short('kernel'), ['why/problem#!', 'why/problem#one', 'why/map#two']);
  assert.deepEqual(short('boundary'), ['why/problem#', 'why/problem#one!']);
  assert.deepEqual(short('unused'), []);
});

test('a text uses the longest terms that its words begin with', () => {
  const usedIn = termMatcher([
    term('namespace', { ko: '네임스페이스' }),
    term('pid-namespace', { ko: 'PID 네임스페이스' }),
    term('cgroup', { ko: 'cgroup' }),
    term('cgroup-v2', { ko: 'cgroup v2' }),
    term('layer', { ko: '층' }),
  ]);
  const cases: [text: string, ids: string[]][] = [
    ['네임스페이스를 본다.', ['namespace']],
    ['PID 네임스페이스에서', ['pid-namespace']],
    ['PID 네임스페이스와 네임스페이스', ['pid-namespace', 'namespace']],
    ['cgroup에 넣는다', ['cgroup']],
    ['cgroup v2의 트리', ['cgroup-v2']],
    ['cgroups라고 치면', []], // another word
    ['하위네임스페이스', []], // inside a word
    ['층층이 쌓는다', []], // one syllable is no evidence
  ];
  for (const [text, ids] of cases) assert.deepEqual([...usedIn(text)], ids, text);
  assert.deepEqual([...termMatcher([])('네임스페이스')], []);
});
