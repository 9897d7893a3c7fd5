import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mdxToJs } from 'satteri';
import { diagramSource } from '../../src/markdown/diagram-source.ts';

const compile = async (mdx: string) => (await mdxToJs(mdx, { mdastPlugins: [diagramSource] })).code;

test('the source of a diagram becomes an attribute of its component, no code block is left', async () => {
  const js = await compile('<Diagram id="fig-x" title="흐름">\n\n```mermaid\nflowchart TB\n  a["하나"] --> b["둘"]\n```\n\n</Diagram>');
  assert.match(js, /source: ?"flowchart TB\\n {2}a\[\\"하나\\"\] --> b\[\\"둘\\"\]"/);
  assert.match(js, /id: ?"fig-x"/);
  assert.ok(!/"pre"|language-mermaid/.test(js));
});

test('mermaid elsewhere and diagrams without code are left alone', async () => {
  assert.match(await compile('```mermaid\nflowchart TB\n```'), /language-mermaid/);
  assert.ok(!(await compile('<Diagram id="fig-x">\n\n글\n\n</Diagram>')).includes('source'));
});
