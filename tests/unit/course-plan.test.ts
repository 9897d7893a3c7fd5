import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LEFT_OUT, readableAfter, WEEKS, type Week } from '../../src/book/course-plan.ts';
import { loadBook } from '../../src/book/load.ts';

const { book } = loadBook(fileURLToPath(new URL('../..', import.meta.url)));
const planned = WEEKS.flatMap(({ chapters }) => chapters);
const leftOut = LEFT_OUT.map(({ slug }) => slug);

test('the weeks are numbered from 1 to 15', () => {
  assert.deepEqual(
    WEEKS.map(({ week }) => week),
    Array.from({ length: 15 }, (_, index) => index + 1),
  );
});

test('every chapter stands in exactly one week or among those left out', () => {
  // A chapter added to book.yaml needs a place in src/book/course-plan.ts.
  assert.deepEqual([...planned, ...leftOut].sort(), book.chapters.map(({ slug }) => slug).sort());
});

test('no chapter comes before one that it requires', () => {
  const early = book.chapters
    .filter(({ slug }) => planned.includes(slug))
    .flatMap(({ slug, requires }) =>
      requires.filter((before) => !planned.includes(before) || planned.indexOf(before) > planned.indexOf(slug)).map((before) => `${slug} before ${before}`),
    );
  assert.deepEqual(early, []);
});

test('a chapter left out requires only chapters of the weeks', () => {
  const unmet = book.chapters
    .filter(({ slug }) => leftOut.includes(slug))
    .flatMap(({ slug, requires }) => requires.filter((before) => !planned.includes(before)).map((before) => `${slug} requires ${before}`));
  assert.deepEqual(unmet, []);
});

test('no week has more than four chapters', () => {
  assert.deepEqual(
    WEEKS.filter(({ chapters }) => chapters.length > 4).map(({ week }) => week),
    [],
  );
});

test('a chapter left out is readable after the week of its last requirement', () => {
  const weeks: Week[] = [
    { week: 1, theme: '', chapters: ['t/a'], task: '' },
    { week: 2, theme: '', chapters: ['t/b'], task: '' },
    { week: 3, theme: '', chapters: ['t/c'], task: '' },
  ];
  const requires = new Map([
    ['t/b', ['t/a']],
    ['t/x', ['t/b']],
    ['t/y', ['t/x', 't/a']],
  ]);
  assert.equal(readableAfter('t/x', requires, weeks), 2);
  assert.equal(readableAfter('t/y', requires, weeks), 2);
  assert.equal(readableAfter('t/free', requires, weeks), 0);
});
