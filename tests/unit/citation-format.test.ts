import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { formatReferences, referenceAddress } from '../../src/book/citation-format.ts';
import { loadBook } from '../../src/book/load.ts';
import type { Reference } from '../../src/book/types.ts';
import { reference } from './sample.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const file = (name: string) => readFileSync(new URL(`../../src/content/references/${name}`, import.meta.url), 'utf8');
const [style, locale] = [file('book.csl'), file('locale-ko-KR.xml')];
const format = (item: Reference) => formatReferences([item], style, locale).get(item.id);
const people = (...families: string[]) => families.map((family) => ({ family, given: 'G.' }));

const FORMS: [name: string, item: Reference, html: string, short: string][] = [
  [
    'a journal article: volume, pages in Korean, the title linked by its DOI',
    reference('popek', {
      type: 'article-journal',
      title: 'Formal requirements',
      author: people('Popek', 'Goldberg'),
      issued: { 'date-parts': [[1974, 7]] },
      DOI: '10.1145/361011.361073',
      language: 'en',
      genre: '논문',
      'container-title': 'Communications of the ACM',
      volume: '17',
      issue: '7',
      page: '412-421',
    }),
    'G. Popek, G. Goldberg, <a href="https://doi.org/10.1145/361011.361073"><cite lang="en">Formal requirements</cite></a>(1974). Communications of the ACM 17(7), 412–421쪽. 논문',
    'Popek·Goldberg, 1974',
  ],
  [
    'a web page without author or year: its title stands for it, quotes in the address cannot end it',
    reference('ns', { title: 'namespaces(7)', URL: 'https://man7.org/?a=1&b="2"', language: 'en', 'container-title': 'Linux man-pages' }),
    '<a href="https://man7.org/?a=1&amp;b=%222%22"><cite lang="en">namespaces(7)</cite></a>. Linux man-pages. 설명서',
    'namespaces(7)',
  ],
  [
    'five authors: two and “외” in the list, one and “외” in the margin; markup in the title is text',
    reference('many', { title: 'A & <b>', author: people('A', 'B', 'C', 'D', 'E'), issued: { 'date-parts': [[2003]] }, language: 'en' }),
    'G. A, G. B\u00a0외, <a href="https://example.org/many"><cite lang="en">A &amp; &#60;b&#62;</cite></a>(2003). 설명서',
    'A\u00a0외, 2003',
  ],
  [
    'three authors: all in the list, one and “외” in the margin',
    reference('three', { author: people('A', 'B', 'C'), issued: { 'date-parts': [[2003]] }, language: 'en' }),
    'G. A, G. B, G. C, <a href="https://example.org/three"><cite lang="en">A page</cite></a>(2003). 설명서',
    'A\u00a0외, 2003',
  ],
  [
    'a Korean source of an institution: no language mark',
    reference('ko', { title: '한국어 문서', author: [{ literal: '한국 기관' }], issued: { 'date-parts': [[2020, 1, 2]] }, language: 'ko' }),
    '한국 기관, <a href="https://example.org/ko"><cite>한국어 문서</cite></a>(2020). 설명서',
    '한국 기관, 2020',
  ],
  [
    'a book without address: no link',
    reference('book', { type: 'book', title: 'A book', URL: undefined, publisher: 'Press' }),
    '<cite>A book</cite>. Press. 설명서',
    'A book',
  ],
  [
    'a short title for the margin, as plain text',
    reference('short', { 'title-short': 'Short & <sweet>' }),
    '<a href="https://example.org/short"><cite>A page</cite></a>. 설명서',
    'Short & <sweet>',
  ],
];

for (const [name, item, html, short] of FORMS) test(name, () => assert.deepEqual(format(item), { id: item.id, html, short }));

test('every reference of the book has words for the list and for the margin', () => {
  const { references } = loadBook(repository).book;
  const formatted = formatReferences(references, style, locale);
  for (const item of references) {
    const { html = '', short = '' } = formatted.get(item.id) ?? {};
    assert.ok(short.trim(), item.id);
    assert.match(html, /<cite/, item.id);
    assert.ok(!/[⟦⟧]|undefined|\[CSL/.test(html + short), `${item.id}: ${html}`);
  }
});

test('a DOI outlives an address', () => {
  assert.equal(referenceAddress(reference('x', { DOI: '10.1/x' })), 'https://doi.org/10.1/x');
  assert.equal(referenceAddress(reference('x', { URL: undefined })), undefined);
});
