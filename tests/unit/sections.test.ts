import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrapSections } from '../../src/markdown/sections.ts';
import { hast, show } from './hast.ts';
import { section } from './sample.ts';

const wrap = (mdx: string, aliases = {}) =>
  show(
    wrapSections(
      hast(mdx),
      [section('one', { title: '하나', number: '20.1' }), section('deep', { title: '아래', depth: 3 }), section('summary', { title: '정리' })],
      aliases,
    ),
  );
const link = (id: string) => `<a className="permalink" href="#${id}" ariaLabel="이 절의 주소">주소</a>`;

test('text before the first heading is the opening', () => {
  assert.equal(wrap('여는 글.\n\n둘째 단락.'), '<section ariaLabel="여는 글"><p>여는 글.</p><p>둘째 단락.</p></section>');
});

test('each second-level heading opens a section with its number and a link to itself', () => {
  assert.equal(
    wrap('여는 글.\n\n## 하나 {#one}\n\n글.\n\n## 정리 {#summary}\n\n끝.'),
    [
      '<section ariaLabel="여는 글"><p>여는 글.</p></section>',
      `<section ariaLabelledBy="one"><div className="heading heading-h2"><h2 id="one"><span className="hang">20.1 </span>하나</h2>${link('one')}</div><p>글.</p></section>`,
      `<section ariaLabelledBy="summary" className="summary"><div className="heading heading-h2"><h2 id="summary">정리</h2>${link('summary')}</div><p>끝.</p></section>`,
    ].join(''),
  );
});

test('deeper headings stay inside their section, without a number', () => {
  const html = wrap('## 하나 {#one}\n\n### 아래 {#deep}\n\n글.');
  assert.equal(html.match(/<section/g)?.length, 1);
  assert.ok(html.includes(`<div className="heading heading-h3"><h3 id="deep">아래</h3>${link('deep')}</div><p>글.</p></section>`));
});

test('old ids of a section stand before its heading', () => {
  const html = wrap('## 하나 {#one}', { old: 'one', older: 'one', other: 'summary' });
  assert.ok(html.includes('<div className="heading heading-h2"><span id="old"></span><span id="older"></span><h2 id="one">'));
  assert.ok(!html.includes('other'));
});

test('a heading that the model does not know keeps its id', () => {
  assert.ok(wrap('## 딴 절 {#stray}').includes(`<h2 id="stray">딴 절</h2>${link('stray')}`));
});
