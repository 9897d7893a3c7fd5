/**
 * Mermaid source → diagram as data, for the subset that the book allows (`flowchart TB|LR`, `sequenceDiagram`).
 * One statement a line; whatever else Mermaid can do is refused with what to write instead, so that every
 * diagram has the same look and a text equivalent.
 */
import { LAYERS } from '../book/schema.ts';
import type { Diagram, DiagramClass, DiagramProblem, Flowchart, FlowEdge, FlowGroup, FlowNode, Participant, Sequence } from './types.ts';

const KINDS: readonly string[] = [...LAYERS, 'plain'];
const KIND_SUFFIX = String.raw`(?::::([\w-]+))?`;
/** A name, an optional label in one of three shapes, an optional class. */
const NODE = new RegExp(String.raw`^([A-Za-z][\w-]*?)(?:\["([^"]*)"\]|\(\["([^"]*)"\]\)|\{"([^"]*)"\})?${KIND_SUFFIX}(?=\s|-->|-\.->|$)`);
const ARROW = /^\s*(-->|-\.->)(?:\|\s*(?:"([^"|]+)"|([^"|]+?))\s*\|)?\s*/;
const GROUP = /^subgraph\s+([A-Za-z][\w-]*?)\s*\["([^"]+)"\]$/;
/** Mermaid has no `:::` for groups. */
const GROUP_KIND = /^class\s+([A-Za-z][\w-]*)\s+([\w-]+)$/;
const PARTICIPANT = /^participant\s+([A-Za-z]\w*)\s+as\s+(.+)$/;
const MESSAGE = /^([A-Za-z]\w*)\s*(-->>|->>)\s*([A-Za-z]\w*)\s*:\s*(.+)$/;
const NOTE = /^Note\s+over\s+([A-Za-z]\w*)(?:\s*,\s*([A-Za-z]\w*))?\s*:\s*(.+)$/;

/** Layer of a participant by the last word of its name, since Mermaid has no classes there. */
const PARTICIPANT_KINDS: readonly [RegExp, DiagramClass][] = [
  [/커널$/, 'kernel'],
  [/하이퍼바이저$/, 'hypervisor'],
  [/(?:하드웨어|CPU|프로세서|장치|MMU)$/, 'hardware'],
  [/(?:애플리케이션|앱)$/, 'application'],
  [/(?:런타임|프로세스|셸|엔진|데몬|클라이언트|runc|crun|shim|containerd|dockerd|docker|CLI|QEMU)$/, 'userland'],
  [/(?:이미지|레이어)$/, 'image'],
];

type Complain = (offset: number, message: string, remedy: string) => void;
interface Statement {
  offset: number;
  text: string;
}

export interface ParseResult {
  /** Undefined when anything is wrong. */
  diagram: Diagram | undefined;
  problems: DiagramProblem[];
}

export function parseDiagram(source: string): ParseResult {
  const problems: DiagramProblem[] = [];
  const complain: Complain = (offset, message, remedy) => problems.push({ offset, message, remedy });
  const [head, ...statements] = source
    .split(/\r?\n/)
    .map((text, offset) => ({ offset, text: text.trim() }))
    .filter(({ text }) => text && !/^%%(?!\{)/.test(text));
  const direction = /^flowchart\s+(TB|LR)$/.exec(head?.text ?? '')?.[1];
  let diagram: Diagram | undefined;
  if (head && direction) diagram = parseFlowchart(statements, direction as 'TB' | 'LR', complain);
  else if (head?.text === 'sequenceDiagram') diagram = parseSequence(statements, complain);
  else complain(head?.offset ?? 0, `그림의 첫 줄 ‘${head?.text ?? ''}’를 모른다`, '`flowchart TB`, `flowchart LR`, `sequenceDiagram` 가운데 하나로 시작한다.');
  return { diagram: problems.length === 0 ? diagram : undefined, problems };
}

function parseFlowchart(statements: readonly Statement[], direction: 'TB' | 'LR', complain: Complain): Flowchart {
  const nodes = new Map<string, FlowNode>();
  const groups: FlowGroup[] = [];
  const edges: (FlowEdge & { offset: number })[] = [];
  const open: { id: string; offset: number }[] = [];

  /** Reads a node at the start of `text`; a label defines it, a class may follow later. */
  const readNode = (text: string, offset: number): { id: string; rest: string } | undefined => {
    const match = NODE.exec(text);
    if (!match) return undefined;
    const [whole, id = '', box, round, choice, kind] = match;
    const label = (box ?? round ?? choice)?.trim();
    const known = nodes.get(id);
    if (label !== undefined) {
      if (known) complain(offset, `‘${id}’의 라벨을 두 번 적었다`, '처음 한 번만 라벨을 적고 뒤에는 id만 쓴다.');
      checkText(label, offset, complain);
      const shape = box !== undefined ? 'box' : round !== undefined ? 'round' : 'choice';
      nodes.set(id, { id, label, shape, kind: known?.kind ?? 'plain', group: open.at(-1)?.id });
    }
    if (kind) {
      const node = nodes.get(id);
      if (node) node.kind = readKind(kind, offset, complain);
      else complain(offset, `‘${id}’를 정의하기 전에 종류(:::${kind})를 적었다`, '라벨을 적는 곳에 종류를 함께 적는다.');
    }
    return { id, rest: text.slice(whole.length) };
  };

  for (const { offset, text } of statements) {
    const group = GROUP.exec(text);
    if (group) {
      const [, id = '', label = ''] = group;
      checkText(label, offset, complain);
      if (groups.some((earlier) => earlier.id === id)) complain(offset, `묶음 ‘${id}’가 두 번 나온다`, '다른 id를 준다.');
      groups.push({ id, label: label.trim(), kind: 'plain', group: open.at(-1)?.id });
      open.push({ id, offset });
      continue;
    }
    const [, classed, kind = ''] = GROUP_KIND.exec(text) ?? [];
    if (classed) {
      const known = groups.find(({ id }) => id === classed);
      if (known) known.kind = readKind(kind, offset, complain);
      else complain(offset, `묶음 ‘${classed}’를 모른다`, '`class`는 앞에 나온 subgraph에만 쓴다. 마디에는 `id["라벨"]:::종류`를 쓴다.');
      continue;
    }
    if (text === 'end') {
      if (!open.pop()) complain(offset, '`end`에 짝이 되는 subgraph가 없다', '`end`를 지우거나 `subgraph id["라벨"]`을 앞에 쓴다.');
      continue;
    }
    let found = readNode(text, offset);
    while (found?.rest) {
      const arrow = ARROW.exec(found.rest);
      const next = arrow && readNode(found.rest.slice(arrow[0].length), offset);
      if (!arrow || !next) {
        found = undefined;
        break;
      }
      const label = (arrow[2] ?? arrow[3])?.trim();
      if (label) checkText(label, offset, complain);
      edges.push({ from: found.id, to: next.id, label, dashed: arrow[1] === '-.->', offset });
      found = next;
    }
    if (!found) complain(offset, `그림의 이 줄을 읽을 수 없다: ${text}`, remedyFor(text));
  }

  for (const { id, offset } of open) complain(offset, `묶음 ‘${id}’가 닫히지 않았다`, '묶음의 끝에 `end`를 쓴다.');
  for (const { from, to, offset } of edges) {
    for (const id of new Set([from, to])) {
      if (nodes.has(id)) continue;
      if (groups.some((group) => group.id === id)) complain(offset, `화살표가 묶음 ‘${id}’에 닿는다`, '묶음이 아니라 그 안의 마디에 잇는다.');
      else complain(offset, `‘${id}’에 라벨이 없다`, `\`${id}["라벨"]\`로 한 번 정의한다.`);
    }
  }
  if (nodes.size === 0) complain(0, '그림에 마디가 없다', '`id["라벨"]`을 적는다.');
  return { type: 'flowchart', direction, nodes: [...nodes.values()], groups, edges: edges.map(({ offset: _, ...edge }) => edge) };
}

function parseSequence(statements: readonly Statement[], complain: Complain): Sequence {
  const participants: Participant[] = [];
  const events: Sequence['events'] = [];
  const need = (id: string, offset: number): void => {
    if (!participants.some((participant) => participant.id === id)) complain(offset, `참여자 ‘${id}’를 모른다`, `앞에 \`participant ${id} as 라벨\`을 쓴다.`);
  };
  for (const { offset, text } of statements) {
    const participant = PARTICIPANT.exec(text);
    const message = MESSAGE.exec(text);
    const note = NOTE.exec(text);
    if (participant) {
      const [, id = '', label = ''] = participant;
      checkText(label, offset, complain);
      if (participants.some((earlier) => earlier.id === id)) complain(offset, `참여자 ‘${id}’가 두 번 나온다`, '다른 id를 준다.');
      const guess = PARTICIPANT_KINDS.find(([pattern]) => pattern.test(label))?.[1] ?? 'plain';
      participants.push({ id, label: label.trim(), kind: guess });
    } else if (message) {
      const [, from = '', arrow, to = '', words = ''] = message;
      for (const id of new Set([from, to])) need(id, offset);
      checkText(words, offset, complain);
      events.push({ type: 'message', from, to, text: words.trim(), dashed: arrow === '-->>' });
    } else if (note) {
      const [, first = '', last, words = ''] = note;
      const over = last && last !== first ? [first, last] : [first];
      for (const id of over) need(id, offset);
      checkText(words, offset, complain);
      events.push({ type: 'note', over, text: words.trim() });
    } else complain(offset, `그림의 이 줄을 읽을 수 없다: ${text}`, '`participant X as 라벨`, `A->>B: 글`, `A-->>B: 글`, `Note over A,B: 글`만 쓴다.');
  }
  if (!events.some(({ type }) => type === 'message')) complain(0, '그림에 주고받는 것이 없다', '`A->>B: 글`을 적는다.');
  return { type: 'sequence', participants, events };
}

function readKind(kind: string, offset: number, complain: Complain): DiagramClass {
  if (!KINDS.includes(kind)) complain(offset, `종류 ‘${kind}’를 모른다`, `${KINDS.join(', ')} 가운데 하나를 쓴다.`);
  return kind as DiagramClass;
}

/** Labels are plain words: markup in them would not reach the text equivalent. */
function checkText(text: string, offset: number, complain: Complain): void {
  if (!text.trim()) complain(offset, '라벨이 비어 있다', '한두 낱말로 적는다.');
  else if (/[<>`;#]|\\n/.test(text)) complain(offset, `라벨에 쓸 수 없는 글자가 있다: ${text}`, '<, >, `, ;, #, \\n을 빼고 낱말만 적는다. 줄은 저절로 나뉜다.');
}

function remedyFor(text: string): string {
  if (/^(?:style|classDef|linkStyle|click|direction|%%\{)/.test(text)) return '이 줄을 지운다. 모양은 `:::kernel` 같은 종류로만 정한다.';
  if (/^(?:graph|flowchart|sequenceDiagram)\b/.test(text)) return '그림 하나에 첫 줄은 하나다. 두 번째를 지운다.';
  if (/^subgraph/.test(text)) return '`subgraph id["라벨"]`로 쓴다. 경계로 그리려면 다음 줄에 `class id boundary`를 쓴다.';
  if (/&/.test(text)) return '`&` 대신 화살표마다 한 줄씩 쓴다.';
  if (/--\s|---|==|<--|--[xo]/.test(text)) return '화살표는 `A --> B`, `A -->|라벨| B`, `A -.-> B`만 쓴다.';
  return '`id["라벨"]:::종류`, `id(["라벨"])`, `id{"라벨"}`, `A --> B`, `A -->|라벨| B`, `A -.-> B` 가운데 하나로 쓴다. 라벨은 큰따옴표로 감싼다.';
}
