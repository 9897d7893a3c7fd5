import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { usedCharacters } from '../../src/build/fonts.ts';

const root = mkdtempSync(join(tmpdir(), 'fonts-'));
after(() => rmSync(root, { recursive: true }));
const FILES = {
  'content/docs/a.mdx': '쪽 `뢰` 글\n\n```c {1}\n/* 뷁 */\n```\n\n뒤 ```아님```',
  'content/glossary/a.yaml': 'ko: 꿻',
  'content/references/a.json': '"읊"',
  'content/references/a.xml': '읿',
  'components/a.astro': '<code>쩗</code> 쌟',
  'a.ts': "const x = '햏';",
  'styles/a.css': 'p::before { content: "쓩" }',
};
for (const [name, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(root, 'src', name)), { recursive: true });
  writeFileSync(join(root, 'src', name), text);
}
const { text, code } = usedCharacters(root);

test('the text face has every character that can reach a page, and printable ASCII', () => {
  for (const character of '쪽뢰뷁꿻읊읿쩗쌟햏~A0 ') assert.ok(text.includes(character), character);
});

test('the code face has the characters of blocks and of code in lines, and no others', () => {
  for (const character of '뢰뷁쩗{') assert.ok(code.includes(character), character);
  for (const character of '쪽꿻읊쌟햏') assert.ok(!code.includes(character), character);
});

test('each character once, in an order that does not depend on the files', () => {
  for (const characters of [text, code]) assert.equal(characters, [...new Set(characters)].sort().join(''));
  assert.ok(!/[\n\t]/.test(text + code));
});
