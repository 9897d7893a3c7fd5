import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberCitationCalls } from '../../src/markdown/citation-numbers.ts';
import { hast, show } from './hast.ts';

test('calls of each source are counted in the order of the text, wherever they stand', () => {
  const tree = hast('글.<Cite id="a" /> **글.<Cite id="b" />**\n\n- 글.<Cite id="a" at="3쪽" />\n\n<Aside title="x">\n\n글.<Cite id="b" />\n\n</Aside>');
  const before = JSON.stringify(tree);
  const calls = show(numberCitationCalls(tree)).match(/<Cite[^>]*>/g);
  assert.deepEqual(calls, ['<Cite id="a" call="1"/>', '<Cite id="b" call="1"/>', '<Cite id="a" at="3쪽" call="2"/>', '<Cite id="b" call="2"/>']);
  assert.equal(JSON.stringify(tree), before, 'the tree that came in is left alone');
});
