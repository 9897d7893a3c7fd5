import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenPromises, publishedAddresses, readLedger } from '../../src/book/ledger.ts';
import { book, chapter, chapterText, PART, section, term } from './sample.ts';

test('a book publishes its frame, parts, written chapters with sections, things and old ids, and terms', () => {
  const text = chapterText({
    sections: [section('one')],
    numbered: [{ id: 'fig-x', kind: 'figure', number: '1-1', title: '', line: 1 }],
    frontmatter: { description: '', objectives: [], layers: ['kernel'], aliases: { old: 'one' } },
  });
  const addresses = publishedAddresses(
    book({ parts: [PART], chapters: [chapter('why/problem', 1, { text }), chapter('why/map', 2)], terms: [term('kernel')] }),
  );
  for (const address of ['/', '/search/', '/book.json', '/contents/#part-one', '/glossary/kernel/']) assert.ok(addresses.includes(address), address);
  assert.deepEqual(
    addresses.filter((address) => address.startsWith('/why/')),
    ['/why/problem/', '/why/problem/#fig-x', '/why/problem/#old', '/why/problem/#one'],
  );
  assert.deepEqual(addresses, [...addresses].sort());
});

test('comments and empty lines of the ledger are no addresses', () => {
  assert.deepEqual(readLedger('# head\n\n/\n/a/#b\n'), ['/', '/a/#b']);
});

const ids = new Map([
  ['/here/', new Set(['one', 'two', 'alias'])],
  ['/there/', new Set(['one'])],
  ['/book.json', new Set<string>()],
]);
const redirects = {
  '/moved/': '/here/',
  '/far/': '/moved/',
  '/merged/': '/here/#two',
  '/round/': '/about/',
  '/about/': '/round/',
  '/self/': '/self/',
  '/lost/': '/gone/',
};

const PROMISES: [name: string, address: string, reason: string | undefined][] = [
  ['a page', '/here/', undefined],
  ['a section', '/here/#one', undefined],
  ['a section by its old id', '/here/#alias', undefined],
  ['a file', '/book.json', undefined],
  ['a moved page', '/moved/', undefined],
  ['a section of a moved page', '/moved/#one', undefined],
  ['a page moved twice', '/far/#two', undefined],
  ['a page merged into a section', '/merged/#gone', undefined],
  ['a page that is gone', '/gone/#x', '쪽 /gone/가 없다'],
  ['a section that is gone', '/there/#two', '쪽 /there/에 id ‘two’가 없다'],
  ['a section that the new page lacks', '/moved/#gone', '쪽 /here/에 id ‘gone’가 없다'],
  ['a redirect to nowhere', '/lost/', '쪽 /gone/가 없다'],
  ['redirects in a circle', '/round/', '넘겨주기가 돈다: /round/ → /about/'],
  ['a redirect to itself', '/self/', '넘겨주기가 돈다: /self/'],
];

for (const [name, address, reason] of PROMISES) {
  test(`${name} ${reason ? 'breaks its promise' : 'resolves'}`, () => {
    assert.deepEqual(brokenPromises([address], ids, redirects), reason ? [{ address, reason }] : []);
  });
}
