/**
 * What an author meets: small books with one mistake each, really built (`tests/authors/`). Every mistake must stop
 * the build, say where it is, what is wrong and how to mend it, in Korean, without a stack trace.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { diagramFile } from '../../src/diagrams/store.ts';
import { type Built, build, type Changes, makeFixture } from '../authors/fixture.ts';

const CHAPTER = 'src/content/docs/why/problem.mdx';
const OUTLINE = 'src/content/book.yaml';
const TERMS = 'src/content/glossary/terms.yaml';
const REFERENCES = 'src/content/references/why-problem.json';
const FLOW = 'flowchart TB\n  a["하나"] --> b["둘"]';
const diagram = (source: string) => `<Diagram id="fig-flow" title="흐름.">\n\n\`\`\`mermaid\n${source}\n\`\`\`\n\n</Diagram>\n\n## 흔한`;

const replace = (from: string, to: string) => (text: string) => {
  assert.ok(text.includes(from), `the fixture has no ‘${from}’`);
  return text.replace(from, to);
};

const pagesOf = (root: string): string[] =>
  existsSync(join(root, 'dist')) ? readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')) : [];

interface Mistake {
  name: string;
  file: string;
  from: string;
  to: string;
  /** Words of the changed file on whose line the mistake is told; `to` when left out. */
  at?: string;
  says: RegExp;
}
const mistake = (name: string, file: string, from: string, to: string, says: RegExp, at?: string): Mistake => ({
  name,
  file,
  from,
  to,
  says,
  ...(at ? { at } : {}),
});

const MISTAKES: Mistake[] = [
  mistake('an unknown term', CHAPTER, '<Term id="kernel" />', '<Term id="kernl" />', /용어집에 ‘kernl’가 없다\(혹시 kernel\?\)/),
  mistake('an unknown citation', CHAPTER, '<Cite id="kernel-doc" />', '<Cite id="kernel-docs" />', /참고 문헌에 ‘kernel-docs’가 없다\(혹시 kernel-doc\?\)/),
  mistake('one id twice', CHAPTER, '<Listing id="lst-run"', '<Listing id="first"', /id ‘first’가 이 장에서 두 번 나온다/),
  mistake('a heading without id', CHAPTER, '## 첫 절 {#first}', '## 첫 절', /제목에 id가 없다: 첫 절/),
  mistake('an id that is not ASCII', CHAPTER, '{#first}', '{#첫-절}', /제목의 id ‘첫-절’가 소문자 ASCII가 아니다/),
  mistake('a dead cross-reference', CHAPTER, '<Ref to="#lst-hello" />', '<Ref to="#lst-hallo" />', /상호 참조 ‘#lst-hallo’: .*\n.*쓸 수 있는 것: .*lst-hello/),
  mistake('a figure without text', CHAPTER, ' text="네모 하나가 있다."', '', /<Figure>에 text가 없다/, '<Figure id="fig-plain"'),
  mistake(
    'a listing without code',
    CHAPTER,
    '```sh {2}\n# 인사\necho "hello"\n```',
    '코드',
    /<Listing> 안에 코드 블록이 하나 있어야 한다/,
    '<Listing id="lst-hello"',
  ),
  mistake('a listing of an unknown kind', CHAPTER, 'kind="recorded"', 'kind="record"', /<Listing>의 kind ‘record’를 모른다/),
  mistake(
    'a diagram that was never rendered',
    CHAPTER,
    '## 흔한',
    diagram('flowchart TB\n  a["아직 없는 그림"]'),
    /그림이 아직 그려지지 않았다.*\n.*npm run diagrams/,
    'flowchart TB',
  ),
  mistake('a diagram outside the subset', CHAPTER, '## 흔한', diagram('flowchart TB\n  a["하나"]\n  style a fill:#f00'), /고치는 법/, 'style a fill'),
  mistake('a forbidden form in prose', CHAPTER, '커널이 지킨다.', '커늘이 지킨다.', /‘커늘’는 본문에서 피할 형태다\n.*‘커널’로 쓴다/),
  mistake('an objective without question', CHAPTER, 'goal={3}', 'goal={2}', /학습 목표 3을 재는 문제가 없다/, '  - 표와 그림을'),
  mistake('broken YAML in book.yaml', OUTLINE, 'parts:\n', 'parts: [\n', /YAML을 읽을 수 없다/, '  - id: why'),
  mistake('broken YAML in the glossary', TERMS, '  ko: 커널', '   ko: 커널', /YAML을 읽을 수 없다/, '- id: kernel'),
  mistake('broken YAML in the frontmatter', CHAPTER, 'layers: [kernel]', 'layers: [kernel', /YAML을 읽을 수 없다/),
  mistake('an unknown word in the frontmatter', CHAPTER, 'layers: [kernel]', 'layers: [kernal]', /쓸 수 있는 값은 hardware/),
  mistake('broken JSON in the references', REFERENCES, '"genre": "설명서"\n', '"genre": "설명서",\n', /JSON을 읽을 수 없다/, '  }'),
  mistake('broken MDX', CHAPTER, '커널이 지킨다.', '{ 커널이 지킨다.', /MDX를 읽을 수 없다/),
  mistake(
    'a prerequisite cycle',
    OUTLINE,
    'slug: why/problem\n',
    'slug: why/problem\n        requires: [why/map]\n',
    /선수 관계가 돈다: why\/problem → why\/map → why\/problem/,
    'slug: why/problem',
  ),
  mistake('a dead link to a page', CHAPTER, '(/glossary/)', '(/glossaries/)', /링크 ‘\/glossaries\/’가 가리키는 쪽이 없다/),
  mistake(
    'a published address that vanished',
    'published-addresses.txt',
    '',
    '/why/problem/#first\n/why/problem/#zeroth\n',
    /펴낸 주소 \/why\/problem\/#zeroth가 사라졌다.*\n.*aliases/,
    '#zeroth',
  ),
];

let valid: Built;
before(async () => {
  // First and alone: its fonts are used again by the others.
  const changes: Changes = {
    [CHAPTER]: replace('## 흔한', diagram(FLOW)),
    [diagramFile(FLOW)]: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img"></svg>',
  };
  valid = await build(makeFixture('valid', changes));
});

describe('a mistake of an author stops the build and is told so that it can be mended', { concurrency: 2 }, () => {
  for (const { name, file, from, to, at = to, says } of MISTAKES) {
    test(name, async () => {
      const changes: Changes = { [file]: from ? replace(from, to) : to };
      const { root, code, output } = await build(makeFixture(name.replaceAll(/\W+/g, '-'), changes));
      const text = readFileSync(join(root, file), 'utf8');
      const line = text.slice(0, text.indexOf(at)).split('\n').length;
      assert.equal(code, 1, output);
      assert.match(output, /책을 짓지 못했다\.\n\n고칠 곳이 1군데 있다\.\n/, output);
      assert.ok(output.includes(`\n${file}:${line}  `), `not told at ${file}:${line}:\n${output}`);
      assert.match(output, says);
      assert.match(output, /\n {4}고치는 법: .*[가-힣].*\.\n/u);
      assert.doesNotMatch(output, /^\s+at /m, 'a stack trace is no help');
      for (const page of pagesOf(root)) assert.match(readFileSync(join(root, 'dist', page), 'utf8'), /<\/html>\s*$/, `${page} is not whole`);
    });
  }
});

describe('a book without a mistake', { concurrency: 2 }, () => {
  const page = (built: Built, name: string) => readFileSync(join(built.root, 'dist', name), 'utf8');

  test('is built: every page whole, no warning of the model', () => {
    assert.equal(valid.code, 0, valid.output);
    const pages = pagesOf(valid.root);
    for (const name of ['index.html', '404.html', 'why/problem/index.html', 'glossary/kernel/index.html']) assert.ok(pages.includes(join(name)), name);
    assert.ok(!valid.output.includes('고칠 곳'));
  });

  test('its chapter is what the plugins make of it', () => {
    const html = page(valid, 'why/problem/index.html');
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    assert.ok(!/\sstyle=|<script|class="ec-|expressive-code/.test(main), 'neither styles nor scripts within the text');
    assert.match(main, /<section aria-labelledby="first">/);
    assert.match(main, /<span class="prompt">\$ <\/span><kbd>echo hello<\/kbd>\n<span class="out">hello<\/span>/);
    assert.match(main, /<span class="com"># 인사<\/span>\n<mark>.*<span class="str">&quot;hello&quot;<\/span><\/mark>/);
    assert.match(main, /<th role="rowheader" scope="row">커널<\/th>/);
    assert.match(main, /<a [^>]*href="#lst-hello"[^>]*>예제 1-1<\/a>/);
    assert.match(main, /<svg [^>]*aria-labelledby="fig-flow-title fig-flow-desc"/);
  });

  test('under a base path every address starts with it', async () => {
    const built = await build(makeFixture('base'), { BASE_PATH: '/isolation/' });
    assert.equal(built.code, 0, built.output);
    let count = 0;
    for (const name of pagesOf(built.root)) {
      for (const [, address = ''] of page(built, name).matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)) {
        assert.ok(address.startsWith('/isolation/'), `${name}: ${address}`);
        count += 1;
      }
    }
    assert.ok(count > 100);
    for (const name of readdirSync(join(built.root, 'dist/_astro'))) {
      if (!name.endsWith('.css')) continue;
      for (const [, address = ''] of page(built, `_astro/${name}`).matchAll(/url\(["']?(\/[^"')]*)/g))
        assert.ok(address.startsWith('/isolation/'), `${name}: ${address}`);
    }
    const json = JSON.parse(page(built, 'book.json')) as { parts: { chapters: { address?: string }[] }[] };
    assert.equal(json.parts[0]?.chapters[0]?.address, '/isolation/why/problem/');
    assert.match(page(built, '_headers'), /^\/isolation\/\*\n/);
  });
});
