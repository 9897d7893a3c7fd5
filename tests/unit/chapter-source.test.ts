import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMPONENTS, scanChapter } from '../../src/book/chapter-source.ts';
import { CLOSING, FRONTMATTER, scan, told } from './sample.ts';

test('reads sections, numbered things, marks and prose with their lines', () => {
  const { source, problems } = scan(`<Term id="kernel" />을 본다.<Cite id="man" /> [용어집](/glossary/)

## \`ps\`와 절 {#one}

<Term id="boundary">경계</Term>와 <Ref to="#fig-x" />

### 아래 {#deep}

<Table id="tab-x" title="표">

| 가 | 나 |
| --- | --- |
| \`code\` 다 | 라 |

</Table>

<Listing id="lst-x" title="예제">

\`\`\`sh
echo 글이 아니다
\`\`\`

</Listing>

<Figure id="fig-x" title="그림" caption="덧붙임" text="글" />`);
  assert.deepEqual(problems, []);
  assert.ok(source);
  assert.deepEqual(
    source.sections.slice(0, 2).map(({ id, depth, title, terms, line }) => ({ id, depth, title, terms, line })),
    [
      { id: 'one', depth: 2, title: 'ps와 절', terms: ['boundary'], line: 12 },
      { id: 'deep', depth: 3, title: '아래', terms: [], line: 16 },
    ],
  );
  assert.deepEqual(
    source.numbered.map(({ id, kind, line }) => [id, kind, line]),
    [
      ['tab-x', 'table', 18],
      ['lst-x', 'listing', 26],
      ['fig-x', 'figure', 34],
    ],
  );
  assert.deepEqual(source.terms, [
    { id: 'kernel', line: 10 },
    { id: 'boundary', line: 14 },
  ]);
  assert.deepEqual(source.citations, [{ id: 'man', line: 10 }]);
  assert.deepEqual(source.references, [{ id: '#fig-x', line: 14 }]);
  assert.deepEqual(source.links, [{ id: '/glossary/', line: 10 }]);
  assert.deepEqual(
    source.questions.map(({ goal }) => goal),
    [1, 2, 3],
  );
  const prose = source.prose.map(({ text }) => text).join('\n');
  assert.ok(prose.includes('그림 덧붙임') && prose.includes(' 다'));
  assert.ok(!prose.includes('code') && !prose.includes('글이 아니다'), 'code is not prose');
});

const LISTING = '<Listing id="lst-x" title="예제">\n\n```sh\nls\n```\n\n</Listing>';
const MISTAKES: [name: string, body: string, expected: string][] = [
  ['broken MDX', '글\n\n{', '12 MDX를 읽을 수 없다'],
  ['an unclosed component', '<Aside title="x">\n\n글', 'MDX를 읽을 수 없다'],
  ['an import', "import X from './x.astro'", '10 장에는 import와 export를 쓰지 않는다'],
  ['a heading without an id', '## 제목', '10 제목에 id가 없다: 제목'],
  ['a heading with a Korean id', '## 제목 {#제목}', '10 제목의 id ‘제목’가 소문자 ASCII가 아니다'],
  ['a heading of the first level', '# 제목 {#title}', '10 본문에 1단계 제목이 있다: 제목'],
  ['a skipped level', '## 제목 {#two}\n\n#### 아래 {#four}', '12 제목이 2단계에서 4단계로 건너뛴다: 아래'],
  ['two headings with one id', '## 하나 {#same}\n\n## 둘 {#same}', '12 id ‘same’가 이 장에서 두 번 나온다(먼저 10행)'],
  ['a figure with the id of a heading', '## 하나 {#same}\n\n<Figure id="same" title="x" text="x" />', '12 id ‘same’가 이 장에서 두 번 나온다(먼저 10행)'],
  ['an id of the frame', '## 하나 {#sources}', '10 id ‘sources’는 판이 쓰는 이름이다'],
  ['an id like those of the notes', '## 하나 {#cite-x}', '10 id ‘cite-x’는 판이 쓰는 이름이다'],
  ['an unknown component', '<Callout>글</Callout>', '10 <Callout>라는 부품은 없다'],
  ['a figure without id', '<Figure title="x" text="x" />', '10 <Figure>에 id가 없다'],
  ['a figure with a Korean id', '<Figure id="그림" title="x" text="x" />', '10 <Figure>의 id ‘그림’가 소문자 ASCII가 아니다'],
  ['a figure without title', '<Figure id="fig-x" text="x" />', '10 <Figure>에 title가 없다'],
  ['a figure without text', '<Figure id="fig-x" title="x" />', '10 <Figure>에 text가 없다'],
  ['a layer figure without stacks', '<LayerFigure id="fig-x" title="x" />', '10 <LayerFigure>에 stacks가 없다'],
  ['a diagram without source', '<Diagram id="fig-x" title="x">\n\n글\n\n</Diagram>', '10 <Diagram> 안에 mermaid 코드 블록이 하나 있어야 한다'],
  ['a diagram in another language', '<Diagram id="fig-x" title="x">\n\n```dot\nx\n```\n\n</Diagram>', '10 <Diagram> 안에 mermaid'],
  ['a table without a table', '<Table id="tab-x" title="x">\n\n글\n\n</Table>', '10 <Table> 안에 표가 없다'],
  ['code outside a listing', '글\n\n```sh\nls\n```', '12 코드 블록이 <Listing>이나 <Diagram> 밖에 있다'],
  ['a listing without code', '<Listing id="lst-x" title="x">\n\n글\n\n</Listing>', '10 <Listing> 안에 코드 블록이 하나 있어야 한다'],
  ['a listing of an unknown kind', LISTING.replace('title', 'kind="engin" title'), '10 <Listing>의 kind ‘engin’를 모른다'],
  ['a recording without its machine', LISTING.replace('title', 'kind="recorded" date="2026-11-20" title'), '10 <Listing>에 on가 없다'],
  ['a recording without its date', LISTING.replace('title', 'kind="recorded" on="x" title'), '10 <Listing>에 date가 없다'],
  ['a term marked twice', '<Term id="kernel" />\n\n<Term id="kernel" />', '12 용어 ‘kernel’를 두 번 표시했다(먼저 10행)'],
  ['a term without id', '글 <Term />', '10 <Term>에 id가 없다'],
  ['a citation without id', '글 <Cite />', '10 <Cite>에 id가 없다'],
  ['a reference without target', '글 <Ref />', '10 <Ref>에 to가 없다'],
  ['a misconception without claim', '<Misconception verdict="틀림">\n<Wrong>글</Wrong>\n</Misconception>', '10 <Misconception>에 claim가 없다'],
  ['a verdict that is not one', '<Misconception claim="x" verdict="맞음">\n<Wrong>글</Wrong>\n</Misconception>', '10 판정 ‘맞음’를 모른다'],
  ['a question without goal', '<Question>\n\n물음\n\n<Answer>\n\n답\n\n</Answer>\n\n</Question>', '10 <Question>에 goal가 없다'],
  ['a question on no objective', '<Question goal={9}>\n\n물음\n\n<Answer>\n\n답\n\n</Answer>\n\n</Question>', '10 문제가 재는 목표 9이 없다(목표는 1–3)'],
  ['a question without answer', '<Question goal={1}>\n\n물음\n\n</Question>', '10 <Question>에 해설이 없다'],
];

for (const [name, body, expected] of MISTAKES) {
  test(`reports ${name}`, () => {
    const { problems } = scan(body);
    const found = told(problems);
    assert.ok(
      found.some((line) => line.includes(expected)),
      found.join('\n') || 'nothing was reported',
    );
    for (const { file, remedy } of problems) {
      assert.equal(file, 'x.mdx');
      assert.match(remedy, /[가-힣]/u);
    }
  });
}

const FRONTMATTERS: [name: string, parts: { frontmatter?: string; closing?: string }, expected: string][] = [
  ['broken YAML', { frontmatter: FRONTMATTER.replace('objectives:', 'objectives: [') }, 'YAML을 읽을 수 없다'],
  ['a short description', { frontmatter: FRONTMATTER.replace(/description: .*/, 'description: 짧다') }, '2 ‘description’: 설명이 너무 짧다(40자 이상)'],
  ['too few objectives', { frontmatter: FRONTMATTER.replace('  - 셋째 목표를 설명한다\n', '') }, '4 ‘objectives’: 학습 목표는 3개 이상이다'],
  ['an unknown layer', { frontmatter: FRONTMATTER.replace('[kernel]', '[kernal]') }, '7 ‘layers.0’: 쓸 수 있는 값은 hardware'],
  ['a title that belongs to book.yaml', { frontmatter: `${FRONTMATTER}\ntitle: 제목` }, '모르는 항목 title'],
  ['an objective that no question measures', { closing: CLOSING.replace('goal={2}', 'goal={1}') }, '5 학습 목표 2을 재는 문제가 없다: 둘째 목표를 설명한다'],
  ['a missing closing section', { closing: CLOSING.replace('## 흔한 오해 {#myths}', '') }, '- 닫는 절 ‘흔한 오해’가 없다'],
  ['an alias for a section that is still there', { frontmatter: `${FRONTMATTER}\naliases:\n  myths: summary` }, '9 옛 절 id ‘myths’가 지금도 쓰인다'],
  ['an alias to nowhere', { frontmatter: `${FRONTMATTER}\naliases:\n  old: gone` }, '9 옛 절 ‘old’가 넘어갈 ‘gone’가 없다'],
];

for (const [name, parts, expected] of FRONTMATTERS) {
  test(`reports ${name}`, () => {
    const found = told(scan('글', parts).problems);
    assert.ok(
      found.some((line) => line.includes(expected)),
      found.join('\n') || 'nothing was reported',
    );
  });
}

test('reports a chapter without frontmatter', () => {
  assert.deepEqual(told(scanChapter({ file: 'x.mdx', text: '글' }).problems), ['1 머리말(frontmatter)이 없다']);
});

test('ordinary HTML and a valid alias are no mistakes', () => {
  const { problems } = scan('<span lang="en">words</span>', { frontmatter: `${FRONTMATTER}\naliases:\n  old: myths` });
  assert.deepEqual(problems, []);
});

test('COMPONENTS are the components for authors, without Note', () => {
  const text = readFileSync(new URL('../../src/components/authors.ts', import.meta.url), 'utf8');
  const list = /authorComponents = \{(.*?)\}/s.exec(text)?.[1] ?? '';
  const names = list.match(/\w+/g) ?? [];
  assert.deepEqual(names.filter((name) => name !== 'Note').sort(), [...COMPONENTS].sort());
  for (const name of names) assert.ok(text.includes(`import ${name} from './${name}.astro';`), name);
});
