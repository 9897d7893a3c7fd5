import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { type BuiltSite, deadLinks, idsIn, readSite } from '../../src/build/check-site.ts';

const site = (pages: Record<string, string>, files: string[] = []): BuiltSite => ({
  pages: new Map(Object.entries(pages)),
  ids: new Map([
    ...Object.entries(pages).map(([address, html]) => [address, idsIn(html)] as const),
    ...files.map((file) => [file, new Set<string>()] as const),
  ]),
});
const dead = (html: string, base = '/') =>
  deadLinks(site({ '/': html, '/there/': '<h2 id="one">x</h2><h2 id="글">x</h2>' }, ['/a/x.css', '/book.json']), base).map(({ message }) => message);

const ALIVE: [name: string, html: string, base?: string][] = [
  ['a page', '<a href="/there/">x</a>'],
  ['a section', '<a class="x" href="/there/#one">x</a>'],
  ['a section with an encoded id', '<a href="/there/#%EA%B8%80">x</a>'],
  ['this page', '<p id="top"><a href="#top">x</a></p>'],
  ['a file', '<link rel="stylesheet" href="/a/x.css"><script src="/a/x.css"></script>'],
  ['a page with a query', '<a href="/there/?q=a&amp;b#one">x</a>'],
  ['another site', '<a href="https://example.org/gone">x</a><a href="mailto:a@b.c">x</a>'],
  ['a page under a base path', '<a href="/isolation/there/">x</a>', '/isolation/'],
  ['code that is shown', '<pre>&lt;a href="/gone/"&gt;</pre>'],
  ['a tag with signs in its attributes', '<a title="a > b" href="/there/">x</a>'],
];
for (const [name, html, base] of ALIVE) test(`a link is alive: ${name}`, () => assert.deepEqual(dead(html, base), []));

const DEAD: [name: string, html: string, message: string, base?: string][] = [
  ['a page', '<a href="/gone/">x</a>', '링크 ‘/gone/’가 가리키는 쪽이 없다'],
  ['a page without its slash', '<a href="/there">x</a>', '링크 ‘/there’가 가리키는 쪽이 없다'],
  ['a file', '<img src="/a/y.png">', '링크 ‘/a/y.png’가 가리키는 쪽이 없다'],
  ['a fragment', '<a href="/there/#two">x</a>', '링크 ‘/there/#two’가 가리키는 id가 그 쪽에 없다'],
  ['a fragment of this page', '<a href="#gone">x</a>', '링크 ‘#gone’가 가리키는 id가 그 쪽에 없다'],
  ['an id that is only shown as code', '<a href="#x">x</a><pre>&lt;p id="x"&gt;</pre>', '링크 ‘#x’가 가리키는 id가 그 쪽에 없다'],
  ['a fragment that is no text', '<a href="#100%">x</a>', '링크 ‘#100%’가 가리키는 id가 그 쪽에 없다'],
  ['an address outside the base path', '<a href="/there/">x</a>', '링크 ‘/there/’가 사이트의 뿌리(/isolation/)를 벗어난다', '/isolation/'],
  ['behind signs in an attribute', '<a title="a > b" href="/gone/">x</a>', '링크 ‘/gone/’가 가리키는 쪽이 없다'],
];
for (const [name, html, message, base] of DEAD) test(`a link is dead: ${name}`, () => assert.deepEqual(dead(html, base), [message]));

test('one dead link on many pages is told once; an author’s own by its place in the text', () => {
  const link = '<a href="/isolation/gone/">x</a>';
  const built = site({ '/': link, '/a/': link });
  const [problem, ...others] = deadLinks(built, '/isolation/');
  assert.deepEqual([problem?.file, problem?.message, others], ['dist/index.html', '링크 ‘/isolation/gone/’가 가리키는 쪽이 없다(모두 2쪽에서)', []]);
  const place = { file: 'a.mdx', line: 7 };
  const [located] = deadLinks(built, '/isolation/', (page, target) => (page === '/a/' && target === '/gone/' ? place : undefined));
  assert.deepEqual([located?.file, located?.line], ['a.mdx', 7]);
});

test('a built site is read: pages by address with their ids, everything else by name', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries({ 'index.html': '<p id="a">', 'x/y/index.html': '<p id="b">', '404.html': '', 'book.json': '{}' })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { pages, ids } = readSite(folder);
  assert.deepEqual([...pages.keys()].sort(), ['/', '/404.html', '/x/y/']);
  assert.deepEqual(ids.get('/x/y/'), new Set(['b']));
  assert.deepEqual(ids.get('/book.json'), new Set());
});
