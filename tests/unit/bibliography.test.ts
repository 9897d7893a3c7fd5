import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadBibliography } from '../../src/book/bibliography.ts';
import { told } from './sample.ts';

const item = (id: string, more: object = {}) =>
  JSON.stringify({ id, type: 'webpage', title: 'A page', URL: `https://example.org/${id}`, genre: '설명서', ...more });
const list = (...items: string[]) => `[\n${items.join(',\n')}\n]\n`;
const load = (...texts: string[]) => loadBibliography(texts.map((text, index) => ({ file: `${'abc'[index]}.json`, text })));

test('reads every file and keeps fields that the book does not name', () => {
  const { references, problems } = load(list(item('one', { note: 'x' })), list(item('two')));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    references.map(({ id }) => id),
    ['one', 'two'],
  );
  assert.equal(references[0]?.['note'], 'x');
});

const MISTAKES: [name: string, text: string, expected: string][] = [
  ['a missing comma', list(`${item('one')}\n${item('two')}`), '3 JSON을 읽을 수 없다'],
  ['a comma after the last item', list(item('one'), item('two'), '').replace('\n\n]', '\n]'), '4 JSON을 읽을 수 없다'],
  ['a value without quotes', list(item('one'), item('two').replace('"webpage"', 'webpage'), item('three')), '3 JSON을 읽을 수 없다'],
  ['a bracket that is never closed', `[\n${item('one')},\n${item('two')}\n`, '4 JSON을 읽을 수 없다'],
  ['a file that is no list', item('one'), '- 참고 문헌 파일은 배열이어야 한다'],
  ['an id used twice', list(item('one'), item('one', { URL: 'https://example.org/other' })), '참고 문헌 id ‘one’가 두 번 나온다(먼저 a.json:2)'],
  [
    'an address used twice',
    list(item('one'), item('two', { URL: 'https://example.org/one' })),
    '3 참고 문헌 ‘two’와 ‘one’의 주소가 같다: https://example.org/one',
  ],
  ['a web page without address', list(item('one', { URL: undefined })), '2 참고 문헌 ‘one’의 ‘항목’: URL이나 DOI가 있어야 한다'],
  ['an address that is none', list(item('one', { URL: 'example.org' })), '2 참고 문헌 ‘one’의 ‘URL’: '],
  ['a missing kind of source', list(item('one', { genre: undefined })), '2 참고 문헌 ‘one’의 ‘genre’: '],
  ['an author without a name', list(item('one', { author: [{ given: 'Ken' }] })), '2 참고 문헌 ‘one’의 ‘author.0’: '],
];

for (const [name, text, expected] of MISTAKES) {
  test(`reports ${name} with its line, in Korean`, () => {
    const found = told(load(text).problems);
    assert.equal(found.length, 1, found.join('\n'));
    assert.ok(found[0]?.includes(expected), found[0]);
    assert.match(found[0]?.replace(/^.*’:/, '') ?? '', /[가-힣]/u);
  });
}

test('an id used in two files names both', () => {
  const { problems } = load(list(item('one')), list(item('two'), item('one', { URL: 'https://example.org/other' })));
  assert.deepEqual(
    problems.map(({ file, line, message }) => `${file}:${line} ${message}`),
    ['b.json:3 참고 문헌 id ‘one’가 두 번 나온다(먼저 a.json:2)'],
  );
});

test('a DOI and a book without any address are enough', () => {
  assert.deepEqual(load(list(item('one', { URL: undefined, DOI: '10.1/x' }), item('two', { URL: undefined, type: 'book' }))).problems, []);
});
