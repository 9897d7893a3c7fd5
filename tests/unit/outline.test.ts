import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadOutline } from '../../src/book/outline.ts';
import { told } from './sample.ts';

const BOOK = `title: 책
subtitle: 부제
titleEn: Book
description: 설명
edition: 2026-11
parts:
  - id: one
    title: 첫 부
    titleEn: One
    chapters:
      - { slug: a/one, title: 하나, titleEn: One }
      - { slug: a/two, title: 둘, titleEn: Two, requires: [a/one] }
  - id: appendix
    title: 부록
    titleEn: Appendix
    appendix: true
    chapters:
      - { slug: z/last, title: 끝, titleEn: Last }
  - id: two
    title: 둘째 부
    titleEn: Two
    chapters:
      - { slug: b/three, title: 셋, titleEn: Three }
`;

const load = (text = BOOK) => loadOutline(text, 'book.yaml');

test('chapters are numbered through all parts, parts without the appendix', () => {
  const { parts, chapters, problems, outline } = load();
  assert.deepEqual(problems, []);
  assert.deepEqual(
    chapters.map(({ slug, number, part }) => [slug, number, part.number]),
    [
      ['a/one', 1, 1],
      ['a/two', 2, 1],
      ['z/last', 3, undefined],
      ['b/three', 4, 2],
    ],
  );
  assert.equal(parts[1]?.chapters[0], chapters[2]);
  assert.deepEqual(outline.redirects, {});
});

const MISTAKES: [name: string, from: string, to: string, expected: string[]][] = [
  ['an address used twice', 'slug: b/three', 'slug: a/two', ['23 장 주소 a/two가 두 번 나온다']],
  ['a prerequisite that does not exist', '[a/one]', '[a/noe]', ['12 a/two의 선수 장 a/noe가 책에 없다']],
  ['a cycle', 'titleEn: One }', 'titleEn: One, requires: [a/two] }', ['11 선수 관계가 돈다: a/one → a/two → a/one']],
  ['a chapter that requires itself', '[a/one]', '[a/two]', ['12 선수 관계가 돈다: a/two → a/two']],
  [
    'an address that is not lowercase ASCII',
    'slug: b/three',
    'slug: B/셋',
    ['23 ‘parts.2.chapters.0.slug’: 주소는 `topic/chapter` 꼴의 소문자 ASCII여야 한다'],
  ],
  ['an unknown key', 'edition:', 'editoin:', ['- ‘edition’', '1 ‘문서’: 모르는 항목 editoin']],
  ['broken YAML', 'parts:\n', 'parts: [\n', ['7 YAML을 읽을 수 없다']],
];

for (const [name, from, to, expected] of MISTAKES) {
  test(`reports ${name} with its line`, () => {
    const { problems } = load(BOOK.replace(from, to));
    const found = told(problems);
    assert.equal(found.length, expected.length, found.join('\n'));
    for (const part of expected)
      assert.ok(
        found.some((line) => line.startsWith(part.replace(/^- /, '1 '))),
        `${part} in ${found.join('\n')}`,
      );
    for (const { file, remedy } of problems) {
      assert.equal(file, 'book.yaml');
      assert.match(remedy, /[가-힣].*다\.$/u);
    }
  });
}

test('an outline that cannot be read gives no chapters instead of failing', () => {
  assert.deepEqual(load('parts: [').chapters, []);
});
