import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbiddenForms } from '../../src/book/word-forms.ts';
import { scan, term } from './sample.ts';

const terms = [term('container', { avoid: ['콘테이너', '콘테이너 엔진'] }), term('lxc', { avoid: ['LCX'] }), term('c-plus', { avoid: ['C++'] })];
const found = (text: string) => forbiddenForms(text, terms).map(({ form }) => form);

const TABLE: [name: string, text: string, forms: string[]][] = [
  ['in prose, with a particle', '콘테이너를 본다.', ['콘테이너']],
  ['longest first', '콘테이너 엔진은', ['콘테이너 엔진', '콘테이너']],
  ['a Latin form with a particle', 'LCX를 쓴다.', ['LCX']],
  ['a form of signs', 'C++로 쓴다.', ['C++']],
  ['not in Korean double quotes', '흔히 “콘테이너”라고 쓴다.', []],
  ['not in Korean single quotes', '‘콘테이너 엔진’', []],
  ['not in corner brackets', '「콘테이너의 모든 것」', []],
  ['not in straight quotes', '"콘테이너"', []],
  ['but beside a quotation', '“다른 말” 콘테이너', ['콘테이너']],
  ['not inside a longer Latin word', 'LCXFS, MYLCX, my-LCX, LCX-2', []],
  ['not the right form', '컨테이너와 LXC', []],
];

for (const [name, text, forms] of TABLE) test(`forbidden forms: ${name}`, () => assert.deepEqual(found(text), forms));

test('code is no prose', () => {
  const { source } = scan('`콘테이너`라고 치면\n\n<Listing id="lst-x" title="예제">\n\n```sh\n콘테이너\n```\n\n</Listing>');
  assert.deepEqual(
    source?.prose.flatMap(({ text }) => found(text)),
    [],
  );
});

test('titles, captions, table cells and headings are prose', () => {
  const { source } = scan(
    '## 콘테이너 {#one}\n\n<Table id="tab-x" title="콘테이너" caption="콘테이너">\n\n| 가 | 나 |\n| - | - |\n| 콘테이너 | x |\n\n</Table>\n\n<KeyFacts>\n<Fact name="x">콘테이너</Fact>\n</KeyFacts>',
  );
  assert.equal(source?.prose.filter(({ text }) => found(text).length > 0).length, 4);
});
