import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGlossary } from '../../src/book/glossary.ts';
import { told } from './sample.ts';

const entry = (id: string, more = '') => `- id: ${id}
  ko: 커널
  en: kernel
  definition:
    ko: 하드웨어를 나누어 주는 프로그램이다.
    en: The kernel shares out the hardware.
  source: https://docs.kernel.org/
  chapter: kernel/what
${more}`;
const load = (...texts: string[]) =>
  loadGlossary(
    texts.map((text, index) => ({ file: `${'abc'[index]}.yaml`, text })),
    new Set(['kernel/what']),
  );

test('reads the terms of every file and fills in what may be left out', () => {
  const { terms, problems } = load(entry('kernel', '  see: [shell]\n'), entry('shell'));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    terms.map(({ id, aliases, variants, avoid, see }) => [id, aliases, variants, avoid, see]),
    [
      ['kernel', [], [], [], ['shell']],
      ['shell', [], [], [], []],
    ],
  );
});

const MISTAKES: [name: string, text: string, expected: string][] = [
  ['a definition that is no sentence', entry('kernel').replace('프로그램이다.', '프로그램'), '5 ‘0.definition.ko’: 한국어 뜻은 ‘-다.’로 끝나는 한 문장이다'],
  ['a missing definition', entry('kernel').replace(/ {4}en: .*\n/, ''), '‘0.definition.en’: 값이 없거나 종류가 다르다'],
  ['a source that is no address', entry('kernel').replace('https://docs.kernel.org/', 'man kernel'), '7 ‘0.source’: '],
  ['an id with capitals', entry('Kernel'), '1 ‘0.id’: id는 소문자 ASCII'],
  ['an unknown key', entry('kernel', '  korean: x\n'), '1 ‘0’: 모르는 항목 korean'],
  ['an unknown layer', entry('kernel', '  layer: kernal\n'), '9 ‘0.layer’: 쓸 수 있는 값은 hardware'],
  ['a dead see', `${entry('shell')}\n${entry('kernel', '  see: [shel]\n')}`, '10 ‘kernel’의 see가 가리키는 용어 ‘shel’가 없다'],
  ['a chapter that is not in the book', entry('kernel').replace('kernel/what', 'kernel/wat'), '1 ‘kernel’의 장 kernel/wat가 차례에 없다'],
  ['broken YAML', `${entry('kernel')}  x: "`, '9 YAML을 읽을 수 없다'],
];

for (const [name, text, expected] of MISTAKES) {
  test(`reports ${name} with file and line, in Korean`, () => {
    const { problems } = load(text);
    assert.equal(problems.length, 1, told(problems).join('\n'));
    assert.equal(problems[0]?.file, 'a.yaml');
    assert.ok(told(problems)[0]?.includes(expected), told(problems)[0]);
    assert.match(problems[0]?.message.replace(/‘.*?’/, '') ?? '', /[가-힣]/u);
  });
}

test('reports an id that two files use, naming both', () => {
  const { terms, problems } = load(entry('kernel'), `${entry('shell')}\n${entry('kernel')}`);
  assert.deepEqual(
    problems.map(({ file, line, message }) => `${file}:${line} ${message}`),
    ['b.yaml:10 용어 id ‘kernel’가 두 번 나온다(먼저 a.yaml:1)'],
  );
  assert.equal(terms.length, 2);
});
