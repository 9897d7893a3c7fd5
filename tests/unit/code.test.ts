import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeCode } from '../../src/markdown/code.ts';
import { element, type Node, text } from '../../src/markdown/tree.ts';
import { show } from './hast.ts';

/** One line as Expressive Code writes it: tokens of [text, colour]. */
const line = (tokens: [string, string?][], mark = false): Node =>
  element('div', { className: mark ? ['ec-line', 'highlight', 'mark'] : ['ec-line'] }, [
    element(
      'div',
      { className: ['code'] },
      tokens.map(([value, color]) => element('span', { style: `--0:${color ?? '#000000'}` }, [text(value)])),
    ),
  ]);
const block = (language: string, ...lines: Node[]): Node => ({
  type: 'root',
  children: [
    element('div', { className: ['expressive-code'] }, [
      element('figure', { className: ['frame'] }, [
        element('pre', { dataLanguage: language }, [element('code', {}, lines)]),
        element('div', { className: ['copy'] }),
      ]),
    ]),
  ],
});
const render = (...arguments_: Parameters<typeof block>) => show(describeCode(block(...arguments_)));

test('tones are classes, neighbours of one tone are one, nothing else of the markup is left', () => {
  assert.equal(
    render('c', line([['int', '#000003'], [' '], ['x', undefined], [' = '], ['"', '#000002'], ['a"', '#000002'], [';']]), line([['// 끝', '#000001']])),
    '<pre dataLanguage="c"><code><span class="key">int</span> x = <span class="str">"a"</span>;\n<span class="com">// 끝</span></code></pre>'.replaceAll(
      'class=',
      'className=',
    ),
  );
});

test('marked lines are mark elements', () => {
  assert.equal(
    render('sh', line([['one']]), line([['two']], true), line([['three']])),
    '<pre dataLanguage="sh"><code>one\n<mark>two</mark>\nthree</code></pre>',
  );
});

const SESSION: [name: string, value: string, html: string][] = [
  ['an ordinary user', '$ ls -l', '<span className="prompt">$ </span><kbd>ls -l</kbd>'],
  ['root', '# id', '<span className="prompt"># </span><kbd>id</kbd>'],
  ['a name before the prompt', 'host$ ps', '<span className="prompt">host$ </span><kbd>ps</kbd>'],
  ['output', 'total 0', '<span className="out">total 0</span>'],
  ['output with a sign inside', 'cost is 5$ a day', '<span className="out">cost is 5$ a day</span>'],
  ['what was left out', '…', '<span className="out">…</span>'],
  ['an empty line', '\n', ''],
];

for (const [name, value, html] of SESSION) {
  test(`a session: ${name}`, () => assert.equal(render('console', line([[value, '#000001']])), `<pre dataLanguage="console"><code>${html}</code></pre>`));
}

test('no style attribute is left, no word lost', () => {
  const html = render('console', line([['$ echo "가"', '#000002']], true), line([['가']]));
  assert.ok(!html.includes('style'));
  assert.equal(html.replace(/<[^>]*>/g, ''), '$ echo "가"\n가');
});

test('only long code within a line may break', () => {
  const inline = (words: string) => show(describeCode(element('p', {}, [element('code', {}, [text(words)])])));
  assert.equal(inline('/proc/self/ns'), '<p><code>/proc/self/ns</code></p>');
  assert.equal(inline('/sys/fs/cgroup/system.slice/x'), '<p><code className="long">/sys/fs/cgroup/system.slice/x</code></p>');
});

test('what is no code is left alone', () => {
  const tree: Node = { type: 'root', children: [element('p', { className: ['x'] }, [text('글')])] };
  assert.deepEqual(describeCode(tree), tree);
});
