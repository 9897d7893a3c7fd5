import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termUses } from '../../src/book/term-index.ts';
import { book, chapter, chapterText, section, term } from './sample.ts';

test('every use in the order of the book; before the first heading the chapter itself', () => {
  const first = chapter('why/problem', 1, { text: chapterText({ terms: ['kernel', 'boundary'], sections: [section('one', { terms: ['boundary'] })] }) });
  const second = chapter('why/map', 2, { text: chapterText({ terms: ['kernel'], sections: [section('two', { terms: ['kernel'] })] }) });
  const uses = termUses(book({ chapters: [first, chapter('x/planned', 3), second], terms: ['kernel', 'boundary', 'unused'].map((id) => term(id)) }));
  const short = (id: string) => uses.get(id)?.map((use) => `${use.chapter.slug}#${use.section?.id ?? ''}`);
  assert.deepEqual(short('kernel'), ['why/problem#', 'why/map#two']);
  assert.deepEqual(short('boundary'), ['why/problem#one']);
  assert.deepEqual(short('unused'), []);
});
