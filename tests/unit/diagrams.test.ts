/** Diagrams without a browser: parser, text equivalent, hash, what an SVG may hold, and the drawings in the repository. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { checkDiagrams } from '../../src/diagrams/check.ts';
import { PHONE_WIDTH, TEXT } from '../../src/diagrams/config.ts';
import { describeDiagram, toward } from '../../src/diagrams/describe.ts';
import { draw } from '../../src/diagrams/draw.ts';
import { parsePath } from '../../src/diagrams/geometry.ts';
import { breakLines } from '../../src/diagrams/lines.ts';
import { toMermaid } from '../../src/diagrams/mermaid-source.ts';
import { nameSvg } from '../../src/diagrams/name-svg.ts';
import { parseDiagram } from '../../src/diagrams/parse.ts';
import { unsafeParts } from '../../src/diagrams/safe-svg.ts';
import { checkFreshness, collectDiagrams, diagramFile, diagramHash, findBlocks, readDiagram } from '../../src/diagrams/store.ts';
import type { Diagram, Flowchart, Sequence } from '../../src/diagrams/types.ts';

const root = join(import.meta.dirname, '../..');

function parse(source: string): Diagram {
  const { diagram, problems } = parseDiagram(source);
  assert.deepEqual(problems, []);
  assert.ok(diagram);
  return diagram;
}

/** Offsets of the lines that are refused. */
const refused = (source: string): number[] => {
  const { diagram, problems } = parseDiagram(source);
  assert.equal(diagram, undefined);
  for (const { message, remedy } of problems) assert.match(message + remedy, /[가-힣]/);
  return problems.map(({ offset }) => offset);
};

const FLOW = `flowchart TB
  subgraph ns["네임스페이스"]
    class ns boundary
    app["앱"]:::application
  end
  app -->|시스템 콜| k["커널"]:::kernel
  k -.-> disk(["디스크"]) --> q{"넘쳤나?"}
  q -->|예| app
  q -->|"아니요"| k`;

const SEQUENCE = `sequenceDiagram
  participant R as 런타임
  participant K as 커널
  R->>K: clone(NEW…)
  K-->>R: PID
  Note over R,K: 설정이 끝났다
  R->>R: 기다린다`;

describe('flowchart', () => {
  const flow = parse(FLOW) as Flowchart;

  test('nodes, classes, groups and edges', () => {
    assert.deepEqual(
      flow.nodes.map(({ id, shape, kind, group }) => [id, shape, kind, group]),
      [
        ['app', 'box', 'application', 'ns'],
        ['k', 'box', 'kernel', undefined],
        ['disk', 'round', 'plain', undefined],
        ['q', 'choice', 'plain', undefined],
      ],
    );
    assert.deepEqual(flow.groups, [{ id: 'ns', label: '네임스페이스', kind: 'boundary', group: undefined }]);
    assert.deepEqual(flow.edges[1], { from: 'k', to: 'disk', label: undefined, dashed: true });
    assert.deepEqual(
      flow.edges.map(({ label }) => label),
      ['시스템 콜', undefined, undefined, '예', '아니요'],
    );
  });

  test('comments and arrows without spaces are read', () => {
    assert.equal((parse('flowchart LR\n%% why\na["가"]-->b["나"]') as Flowchart).edges.length, 1);
  });

  test('what is outside the subset is refused with its line', () => {
    assert.deepEqual(refused('graph TD\n a["가"]'), [0]);
    assert.deepEqual(refused('flowchart TB\n a["가"]\n style a fill:#f00'), [2]);
    assert.deepEqual(refused('flowchart TB\n %%{init: {}}%%\n a["가"]'), [1]);
    assert.deepEqual(refused('flowchart TB\n a[가]'), [1, 0]);
    assert.deepEqual(refused('flowchart TB\n a["가"] --> b'), [1]);
    assert.deepEqual(refused('flowchart TB\n a["가"]:::colour'), [1]);
    assert.deepEqual(refused('flowchart TB\n a["가"]\n a["나"]'), [2]);
    assert.deepEqual(refused('flowchart TB\n subgraph s["묶음"]\n a["가"]'), [1]);
    assert.deepEqual(refused('flowchart TB\n a["가<br/>나"]'), [1]);
    assert.deepEqual(refused('flowchart TB\n a["가"] --> b["나"] & c["다"]'), [1]);
  });

  test('text equivalent', () => {
    assert.deepEqual(describeDiagram(flow).sentences, [
      '커널이 지키는 경계 ‘네임스페이스’ 안에 앱이 있다.',
      '앱에서 커널로 이어진다(‘시스템 콜’).',
      '커널에서 디스크로 이어진다(파선).',
      '디스크에서 ‘넘쳤나?’로 이어진다.',
      '갈림길 ‘넘쳤나?’에서 ‘예’면 앱으로, ‘아니요’면 커널로 간다.',
    ]);
    const family = parse('flowchart TB\n s["scratch"] --> a["alpine"]\n s --> d["debian"]');
    assert.deepEqual(describeDiagram(family).sentences, ['scratch에서 alpine, debian으로 이어진다.']);
  });
});

describe('sequence', () => {
  const sequence = parse(SEQUENCE) as Sequence;

  test('participants with their layers, messages and notes', () => {
    assert.deepEqual(
      sequence.participants.map(({ label, kind }) => [label, kind]),
      [
        ['런타임', 'userland'],
        ['커널', 'kernel'],
      ],
    );
    assert.deepEqual(
      sequence.events.map(({ type }) => type),
      ['message', 'message', 'note', 'message'],
    );
  });

  test('unknown participants and other statements are refused', () => {
    assert.deepEqual(refused('sequenceDiagram\n participant A as 가\n A->>B: 글'), [2]);
    assert.deepEqual(refused('sequenceDiagram\n participant A as 가\n A->>A: 글\n loop 늘\n end'), [3, 4]);
    assert.deepEqual(refused('sequenceDiagram\n participant A as 가'), [0]);
  });

  test('text equivalent: steps as numbered in the picture', () => {
    const { summary, steps } = describeDiagram(sequence);
    assert.equal(summary, '런타임, 커널 사이의 3단계.');
    assert.deepEqual(steps, ['런타임이 커널에: clone(NEW…).', '커널이 런타임에: PID(파선). 런타임, 커널: 설정이 끝났다.', '런타임이 스스로: 기다린다.']);
  });
});

test('particles follow the sound of Korean and English words', () => {
  assert.deepEqual(['앱', '커널', 'python', 'golang', 'alpine', 'docker', 'KVM', 'libc', 'ubuntu 24.04', 'cgroup'].map(toward), [
    '앱으로',
    '커널로',
    'python으로',
    'golang으로',
    'alpine으로',
    'docker로',
    'KVM으로',
    'libc로',
    'ubuntu 24.04로',
    'cgroup으로',
  ]);
});

test('labels break at spaces, evenly, never inside brackets', () => {
  assert.deepEqual(breakLines('준비 프로세스를 띄운다', 1000), ['준비 프로세스를 띄운다']);
  assert.deepEqual(breakLines('네임스페이스를 나눈다', 100), ['네임스페이스를', '나눈다']);
  assert.deepEqual(breakLines('트랩(VM exit)', 40), ['트랩(VM exit)']);
  assert.deepEqual(breakLines('가 나 다 라', 32), ['가 나', '다 라']);
});

test('Mermaid never sees the names that the author chose', () => {
  const source = toMermaid(parse('flowchart LR\n end1["끝"] --> graph["그래프"]'), { wrap: 200, gap: 20, direction: 'TB' });
  assert.match(source, /flowchart TB\nn0\["끝"\]\nn1\["그래프"\]\nn0 --> n1\n$/);
});

describe('hash', () => {
  test('does not depend on line ends and indentation, but on every word', () => {
    assert.equal(diagramHash(FLOW), diagramHash(`\n${FLOW.replaceAll('\n', '\r\n   ')}\n`));
    assert.notEqual(diagramHash(FLOW), diagramHash(FLOW.replace('앱', '엡')));
    assert.match(diagramHash(FLOW), /^[0-9a-f]{12}$/);
  });

  test('a diagram that has not been rendered says what to run', () => {
    assert.match(readDiagram(root, 'flowchart TB\n never["없음"]').problem?.remedy ?? '', /npm run diagrams/);
  });

  test('blocks are found with the line on which the source starts', () => {
    const text = '글\n\n```js\n```\n\n````md\n```mermaid\nno\n```\n````\n\n```mermaid\nflowchart TB\n a["가"]\n```\n';
    assert.deepEqual(findBlocks('a.mdx', text), [{ file: 'a.mdx', line: 13, source: 'flowchart TB\n a["가"]' }]);
  });
});

describe('drawing', () => {
  const box = (x: number, y: number) => ({ x, y, width: 80, height: 36 });

  test('a flowchart becomes classes and shapes without ids or styles', () => {
    const diagram = parse('flowchart TB\n a["<앱>".]'.replace('<앱>".', '앱 & 셸"')) as Flowchart;
    const { svg, width } = draw(diagram, { nodes: new Map([['n0', box(0, 0)]]), groups: new Map(), edges: new Map() }, { wrap: 190, gap: 20 });
    assert.deepEqual(unsafeParts(svg), []);
    assert.match(svg, /앱 &amp; 셸/);
    assert.equal(width, 84);
  });

  test('an arrow head points where the line ends', () => {
    const diagram = parse('flowchart TB\n a["가"] --> b["나"]') as Flowchart;
    const edges = new Map([['n0>n1#0', { path: parsePath('M40,36L40,96'), label: undefined }]]);
    const { svg } = draw(
      diagram,
      {
        nodes: new Map([
          ['n0', box(0, 0)],
          ['n1', box(0, 100)],
        ]),
        groups: new Map(),
        edges,
      },
      { wrap: 190, gap: 20 },
    );
    assert.match(svg, /class="tip" d="M40 100L/);
  });

  test('Mermaid output that has changed stops the rendering', () => {
    assert.throws(() => draw(parse(FLOW), { nodes: new Map(), groups: new Map(), edges: new Map() }, { wrap: 190, gap: 20 }), /geometry\.ts/);
  });

  test('names for a page', () => {
    const named = nameSvg('<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 1 1"><path d="M0 0"/></svg>\n', 'fig-a', '`a` < b', '글.');
    assert.equal(
      named,
      '<svg role="img" viewBox="0 0 1 1" aria-labelledby="fig-a-title fig-a-desc"><title id="fig-a-title">a &lt; b</title><desc id="fig-a-desc">글.</desc><path d="M0 0"/></svg>',
    );
  });

  test('what must not reach a page is found', () => {
    const svg = (inner: string) => `<svg role="img" viewBox="0 0 1 1"><text>가</text>${inner}</svg>`;
    assert.deepEqual(unsafeParts(svg('')), []);
    for (const bad of [
      '<style>a{}</style>',
      '<script/>',
      '<foreignObject/>',
      '<path style="fill:red"/>',
      '<path id="a"/>',
      '<image href="x"/>',
      '<path d="M0 NaN"/>',
      '<path class="url(#a)"/>',
      '<g onclick="x"/>',
      "<g onclick='x'/>",
      '<!-- x -->',
    ])
      assert.notDeepEqual(unsafeParts(svg(bad)), [], bad);
  });
});

describe('the book’s own diagrams', () => {
  const blocks = collectDiagrams(root);

  test('are readable and rendered', () => assert.deepEqual(checkDiagrams(root), []));

  test('have one drawing each and no drawing is left over', () => {
    const { missing, orphans } = checkFreshness(root, blocks);
    assert.deepEqual({ missing: missing.map(({ file, line }) => `${file}:${line}`), orphans }, { missing: [], orphans: [] });
  });

  for (const { file, line, source } of blocks) {
    test(`${file}:${line} is safe, small, complete and legible on a phone`, () => {
      const svg = readFileSync(join(root, diagramFile(source)), 'utf8');
      assert.deepEqual(unsafeParts(svg), []);
      assert.ok(gzipSync(svg).length <= 2000, 'at most 2 kB gzip');
      const width = Number(/viewBox="\S+ \S+ (\S+) /.exec(svg)?.[1]);
      assert.ok((TEXT.size * PHONE_WIDTH) / Math.max(width, PHONE_WIDTH) >= 12, `${width} px wide: text below 12 px on a phone`);
      const words = svg
        .replace(/<[^>]+>/g, '')
        .replaceAll('&amp;', '&')
        .replace(/\s+/g, '');
      const diagram = parse(source);
      const labels =
        diagram.type === 'flowchart'
          ? [...diagram.nodes, ...diagram.groups, ...diagram.edges].map(({ label }) => label ?? '')
          : diagram.events.map(({ text }) => text);
      for (const label of labels) assert.ok(words.includes(label.replace(/\s+/g, '')), `‘${label}’ is in the picture`);
    });
  }
});
