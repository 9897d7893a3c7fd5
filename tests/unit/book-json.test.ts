import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bookJson } from '../../src/book/book-json.ts';
import { loadBook } from '../../src/book/load.ts';
import { book, chapter, chapterText, PART, section, term } from './sample.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const text = chapterText({
  minutes: 12,
  terms: ['kernel'],
  sections: [section('one', { title: '절', number: '1.1', terms: ['kernel'] }), section('summary', { title: '정리' })],
  numbered: [
    { id: 'fig-x', kind: 'figure', number: '1-1', title: '그림', line: 1 },
    { id: 'lst-x', kind: 'listing', number: '1-1', title: '예제', line: 1 },
  ],
});
const written = chapter('why/problem', 1, { text, requires: ['why/map'] });
const planned = chapter('why/map', 2);
const appendix = { ...PART, id: 'appendix', number: undefined, chapters: [] };
const json = bookJson(
  book({ parts: [{ ...PART, chapters: [written, planned] }, appendix], chapters: [written, planned], terms: [term('kernel')] }),
  (address) => `https://x.org/isolation${address}`,
);

test('a written chapter has its address, sections and things, all absolute', () => {
  assert.deepEqual(json.parts[0]?.chapters[0], {
    slug: 'why/problem',
    number: 1,
    title: 'why/problem',
    titleEn: 'why/problem',
    requires: ['why/map'],
    state: 'written',
    address: 'https://x.org/isolation/why/problem/',
    description: '설명',
    objectives: ['목표'],
    minutes: 12,
    sections: [
      { id: 'one', number: '1.1', depth: 2, title: '절', address: 'https://x.org/isolation/why/problem/#one' },
      { id: 'summary', number: null, depth: 2, title: '정리', address: 'https://x.org/isolation/why/problem/#summary' },
    ],
    terms: ['kernel'],
    figures: [{ id: 'fig-x', number: '1-1', title: '그림', address: 'https://x.org/isolation/why/problem/#fig-x' }],
    tables: [],
    listings: [{ id: 'lst-x', number: '1-1', title: '예제', address: 'https://x.org/isolation/why/problem/#lst-x' }],
  });
});

test('a planned chapter has neither address nor content', () => {
  assert.deepEqual(json.parts[0]?.chapters[1], { slug: 'why/map', number: 2, title: 'why/map', titleEn: 'why/map', requires: [], state: 'planned' });
});

test('an appendix has no number, a term its address', () => {
  assert.equal(json.parts[1]?.number, null);
  assert.equal(json.glossary[0]?.address, 'https://x.org/isolation/glossary/kernel/');
});

test('the real book: the promised fields with their types, and nothing that JSON would drop', () => {
  const real = bookJson(loadBook(repository).book, (address) => address);
  assert.deepEqual(JSON.parse(JSON.stringify(real)), real);
  assert.equal(real.format, 1);
  assert.equal(real.language, 'ko');
  const chapters = real.parts.flatMap((part) => part.chapters);
  assert.equal(chapters.length, 55);
  const slugs = new Set(chapters.map(({ slug }) => slug));
  const ids = new Set(real.glossary.map(({ id }) => id));
  for (const entry of chapters) {
    for (const slug of entry.requires) assert.ok(slugs.has(slug), slug);
    if (entry.state === 'planned') continue;
    assert.equal(entry.address, `/${entry.slug}/`);
    assert.ok(Number.isInteger(entry.minutes) && (entry.minutes ?? 0) > 0);
    assert.ok((entry.objectives ?? []).length >= 3 && (entry.sections ?? []).length >= 3);
    for (const id of entry.terms ?? []) assert.ok(ids.has(id), id);
    for (const { address, id } of [...(entry.sections ?? []), ...(entry.figures ?? []), ...(entry.tables ?? []), ...(entry.listings ?? [])])
      assert.equal(address, `${entry.address}#${id}`);
  }
});
