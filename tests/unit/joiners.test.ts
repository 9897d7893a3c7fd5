import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinWords } from '../../src/markdown/joiners.ts';
import { hast, show } from './hast.ts';

/** The invisible joiner shown as +. */
const join = (mdx: string) => show(joinWords(hast(mdx))).replaceAll('\u2060', '+');

const TABLE: [name: string, mdx: string, html: string][] = [
  ['code and its particle', '`ps`를 본다', '<p><code>ps</code>+를 본다</p>'],
  ['code and a new word', '`ps` 명령', '<p><code>ps</code> 명령</p>'],
  ['a term and its particle', '<Term id="x" />를', '<p><Term id="x"/>+를</p>'],
  ['a bracket and its particle', '커널(kernel)은', '<p>커널(kernel)+은</p>'],
  ['a bracket and Latin', '(a)b', '<p>(a)b</p>'],
  ['items with a middle dot', 'CPU·메모리', '<p>CPU+·메모리</p>'],
  ['a middle dot alone', '가 · 나', '<p>가 · 나</p>'],
  ['VT-x', 'VT-x와 AMD-V', '<p>VT-+x와 AMD-+V</p>'],
  ['other hyphens may break', 'copy-on-write, OCI-spec', '<p>copy-on-write, OCI-spec</p>'],
  ['inside strong', '**가(b)는**', '<p><strong>가(b)+는</strong></p>'],
  ['never inside code', '`a(b)는 CPU·x`', '<p><code>a(b)는 CPU·x</code></p>'],
];

for (const [name, mdx, html] of TABLE) test(`joined: ${name}`, () => assert.equal(join(mdx), html));

test('code blocks are left alone', () => {
  const tree = hast('```sh\necho (a)가\n```');
  assert.equal(show(joinWords(tree)), show(tree));
});
