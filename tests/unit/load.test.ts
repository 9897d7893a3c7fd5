import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LEDGER, publishedAddresses, readLedger } from '../../src/book/ledger.ts';
import { loadBook, loadValidBook } from '../../src/book/load.ts';
import { formatProblems } from '../../src/book/problem.ts';
import { isWritten } from '../../src/book/types.ts';
import { chapterSource } from './sample.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

test('the book of this repository has no mistake', () => {
  const { problems } = loadBook(repository);
  assert.equal(problems.length, 0, formatProblems(problems));
});

test('the book of this repository has ten parts, an appendix and 55 chapters, each with its number', () => {
  const { parts, chapters } = loadBook(repository).book;
  assert.deepEqual(
    parts.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, undefined],
  );
  assert.deepEqual(
    chapters.map(({ number }) => number),
    Array.from({ length: 55 }, (_, index) => index + 1),
  );
  assert.deepEqual(
    parts.flatMap((part) => part.chapters),
    chapters,
  );
});

test('numbers that readers already know stay: chapters count every planned one', () => {
  const { chapters } = loadBook(repository).book;
  const number = (slug: string) => chapters.find((chapter) => chapter.slug === slug)?.number;
  assert.deepEqual(['why/problem', 'virt/what', 'containers/what', 'namespaces/overview', 'namespaces/pid', 'ref/myths'].map(number), [1, 9, 20, 22, 24, 55]);
});

test('every term has a definition in both languages, and they differ', () => {
  const { terms } = loadBook(repository).book;
  assert.ok(terms.length > 200);
  for (const { id, definition } of terms) {
    assert.match(definition.ko, /[가-힣]/u, id);
    assert.match(definition.en, /^[^가-힣]+$/u, id);
  }
});

test('no term refuses a form that another term allows', () => {
  const { terms } = loadBook(repository).book;
  const allowed = new Map(terms.flatMap(({ id, ko, variants }) => [ko, ...variants].map((form) => [form, id] as const)));
  for (const { id, avoid } of terms) for (const form of avoid) assert.ok(!allowed.has(form), `${id} refuses ‘${form}’, a form of ${allowed.get(form)}`);
});

test('the ledger holds every address of the present book', () => {
  assert.ok(existsSync(join(repository, LEDGER)), 'npm run ledger');
  const recorded = new Set(readLedger(readFileSync(join(repository, LEDGER), 'utf8')));
  const missing = publishedAddresses(loadValidBook(repository)).filter((address) => !recorded.has(address));
  assert.deepEqual(missing, [], 'npm run ledger');
});

// A small book on disk, for what only the whole can know.
const folder = mkdtempSync(join(tmpdir(), 'book-'));
after(() => rmSync(folder, { recursive: true }));
let count = 0;

const OUTLINE = `title: 책
subtitle: 부제
titleEn: Book
description: 설명
edition: 2026-11
parts:
  - id: one
    title: 부
    titleEn: Part
    chapters:
      - { slug: a/one, title: 하나, titleEn: One }
      - { slug: a/two, title: 둘, titleEn: Two }
`;
const TERMS = `- id: kernel
  ko: 커널
  en: kernel
  avoid: [커늘]
  definition: { ko: 프로그램이다., en: A program. }
  source: https://docs.kernel.org/
  chapter: a/one
`;
const REFERENCES = '[{ "id": "man", "type": "webpage", "title": "man", "URL": "https://man7.org/", "genre": "설명서" }]';

function load(body: string, files: Record<string, string> = {}) {
  const root = join(folder, String(++count));
  const all = { 'book.yaml': OUTLINE, 'glossary/terms.yaml': TERMS, 'references/one.json': REFERENCES, 'docs/a/one.mdx': chapterSource(body), ...files };
  for (const [name, text] of Object.entries(all)) {
    const path = join(root, 'src/content', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const { book, problems } = loadBook(root);
  return { book, told: problems.map(({ file, line, message }) => `${file.replace('src/content/', '')}:${line ?? ''} ${message}`), problems, root };
}

test('a chapter knows its numbers, terms, citations and how often each is called', () => {
  const { book, told } = load('<Term id="kernel" />이다.<Cite id="man" /> 또.<Cite id="man" />\n\n## 절 {#one}\n\n<Figure id="fig-x" title="x" text="x" />');
  assert.deepEqual(told, []);
  const [first, second] = book.chapters;
  assert.ok(first && isWritten(first) && second && !isWritten(second));
  const { sections, numbered, terms, citations, citationCalls, minutes } = first.text;
  assert.deepEqual(
    sections.map(({ number }) => number),
    ['1.1', undefined, undefined, undefined],
  );
  assert.deepEqual([numbered[0]?.number, terms, citations, citationCalls, minutes], ['1-1', ['kernel'], ['man'], { man: 2 }, 1]);
});

const MISTAKES: [name: string, body: string, files: Record<string, string>, expected: string[]][] = [
  ['an unknown term, with the one that was meant', '<Term id="kernl" />', {}, ['docs/a/one.mdx:10 용어집에 ‘kernl’가 없다(혹시 kernel?)']],
  ['an unknown citation', '글.<Cite id="popek" />', {}, ['docs/a/one.mdx:10 참고 문헌에 ‘popek’가 없다']],
  ['a dead cross-reference', '글\n\n<Ref to="#gone" />', {}, ['docs/a/one.mdx:12 상호 참조 ‘#gone’: ‘a/one’에 ‘gone’라는 절·그림·표·예제가 없다']],
  ['a forbidden form in prose', '글\n\n커늘을 본다.', {}, ['docs/a/one.mdx:12 ‘커늘’는 본문에서 피할 형태다']],
  ['a chapter that the outline does not know', '글', { 'docs/a/stray.mdx': chapterSource('글') }, ['docs/a/stray.mdx: 장 ‘a/stray’가 차례에 없다']],
  ['broken book.yaml, and nothing that follows from it', '글.<Cite id="man" />', { 'book.yaml': 'parts: [' }, ['book.yaml:1 YAML을 읽을 수 없다']],
  [
    'a broken glossary, and nothing that follows from it',
    '<Term id="kernel" />',
    { 'glossary/terms.yaml': '- id: "' },
    ['glossary/terms.yaml:1 YAML을 읽을 수 없다'],
  ],
  [
    'a broken bibliography, and nothing that follows from it',
    '글.<Cite id="man" />',
    { 'references/one.json': '[' },
    ['references/one.json:1 JSON을 읽을 수 없다'],
  ],
  [
    'a broken chapter, and nothing that others say of it',
    '<Ref to="a/two#one" />',
    { 'docs/a/two.mdx': chapterSource('{') },
    ['docs/a/two.mdx:10 MDX를 읽을 수 없다'],
  ],
];

for (const [name, body, files, expected] of MISTAKES) {
  test(`reports ${name}`, () => {
    const { told } = load(body, files);
    assert.equal(told.length, expected.length, told.join('\n'));
    for (const [index, part] of expected.entries()) assert.ok(told[index]?.startsWith(part), told[index]);
  });
}

test('a mistake thrown names every place and the way to mend it, files and lines in order', () => {
  const { root } = load('커늘\n\n<Term id="x" />');
  assert.throws(() => loadValidBook(root), {
    name: 'AuthorError',
    message: /^고칠 곳이 2군데 있다\.\n\nsrc\/content\/docs\/a\/one\.mdx:10 {2}‘커늘’.*\n {4}고치는 법: ‘커널’로 쓴다.*\n\nsrc\/content\/docs\/a\/one\.mdx:12 /,
  });
});
