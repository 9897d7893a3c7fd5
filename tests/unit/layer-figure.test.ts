import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlineCode, langOf } from '../../src/components/chapter-context.ts';
import { describeStacks } from '../../src/components/layer-figure.ts';

test('a layer figure in words: from top to bottom, side by side, who keeps each boundary', () => {
  assert.deepEqual(
    describeStacks([
      {
        title: '둘',
        layers: [
          {
            boxes: [
              { boundary: 'solid', name: 'VM', layers: [{ kind: 'kernel', name: '게스트 커널' }] },
              { boundary: 'dashed', name: '컨테이너', layers: [{ kind: 'application', name: '앱' }] },
              {
                layers: [
                  { kind: 'application', name: '앱' },
                  { kind: 'userland', name: '셸' },
                ],
              },
            ],
          },
          { kind: 'hardware', name: '하드웨어', note: '가상화 확장' },
        ],
      },
      { layers: [{ kind: 'kernel', name: '커널' }] },
    ]),
    [
      '둘: 위에서부터 나란히 ‘VM’(CPU와 하이퍼바이저가 지키는 경계 안에 게스트 커널) | ‘컨테이너’(커널이 지키는 경계 안에 앱) | 앱 아래 셸, 하드웨어(가상화 확장).',
      '위에서부터 커널.',
    ],
  );
});

test('titles and captions: code in backticks, everything else as text', () => {
  assert.equal(inlineCode('`a<b`를 <i>&'), '<code>a&lt;b</code>\u2060를 &lt;i&gt;&amp;');
});

test('words without Hangul are marked as English', () => {
  assert.deepEqual(['cgroup', '커널 kernel'].map(langOf), ['en', undefined]);
});
