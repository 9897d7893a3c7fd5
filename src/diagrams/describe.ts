/** Diagram as data → the same content in Korean sentences, for readers who do not see the figure. Pure functions. */
import { endsInConsonant } from '../book/text.ts';
import type { Diagram, Flowchart, FlowEdge, FlowGroup, FlowNode, Sequence } from './types.ts';

export interface Description {
  /** Names the parts in a sentence or two; with the figure's title, the accessible description of the picture. */
  summary: string;
  /** Sentences in no particular order (flowchart) or before the steps (sequence). */
  sentences: string[];
  /** Steps in the order of time, numbered from 1 as in the picture. */
  steps: string[];
}

export const describeDiagram = (diagram: Diagram): Description => (diagram.type === 'flowchart' ? describeFlowchart(diagram) : describeSequence(diagram));

function describeFlowchart({ nodes, edges, groups }: Flowchart): Description {
  const nameOf = new Map(nodes.map((node) => [node.id, nodeName(node)]));
  const name = (id: string) => nameOf.get(id) ?? id;
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const sentences = groups.map((group) =>
    describeGroup(group, [
      ...groups.filter((inner) => inner.group === group.id).map(({ label }) => `‘${label}’`),
      ...nodes.filter((node) => node.group === group.id).map(nodeName),
    ]),
  );

  for (const node of nodes) {
    const outgoing = edges.filter(({ from }) => from === node.id);
    if (outgoing.length === 0) {
      if (!linked.has(node.id) && !node.group) sentences.push(`${subject(nodeName(node))} 따로 있다.`);
    } else if (node.shape === 'choice' && outgoing.every(({ label }) => label)) {
      const branches = outgoing.map(({ label = '', to }) => `‘${label}’${particle(label, '이면', '면')} ${toward(name(to))}`);
      sentences.push(`갈림길 ${nodeName(node)}에서 ${branches.join(', ')} 간다.`);
    } else sentences.push(...describeEdges(nodeName(node), outgoing, name));
  }
  return {
    summary: `${list(nodes.map(nodeName))}${particle(nodes.at(-1)?.label ?? '', '을', '를')} 화살표 ${edges.length}개로 이었다.`,
    sentences,
    steps: [],
  };
}

function describeGroup({ label, kind }: FlowGroup, members: readonly string[]): string {
  const what = kind === 'boundary' ? '커널이 지키는 경계 ' : kind === 'hypervisor' || kind === 'hardware' ? 'CPU와 하이퍼바이저가 지키는 경계 ' : '';
  return `${what}‘${label}’ 안에 ${members.length > 0 ? `${subject(list(members))} 있다` : '아무것도 없다'}.`;
}

/** Unlabelled arrows of one style from one node share a sentence. */
function describeEdges(from: string, edges: readonly FlowEdge[], name: (id: string) => string): string[] {
  const plain = (dashed: boolean) => edges.filter((edge) => !edge.label && edge.dashed === dashed).map(({ to }) => name(to));
  const sentence = (targets: readonly string[], condition: string) =>
    `${from}에서 ${list(targets.slice(0, -1).concat(toward(targets.at(-1) ?? '')))} 이어진다${condition}.`;
  return [
    ...(plain(false).length > 0 ? [sentence(plain(false), '')] : []),
    ...(plain(true).length > 0 ? [sentence(plain(true), '(파선)')] : []),
    ...edges.filter(({ label }) => label).map(({ to, label, dashed }) => sentence([name(to)], `(‘${label}’${dashed ? ', 파선' : ''})`)),
  ];
}

function describeSequence({ participants, events }: Sequence): Description {
  const nameOf = new Map(participants.map(({ id, label }) => [id, label]));
  const name = (id: string) => nameOf.get(id) ?? id;
  const sentences: string[] = [];
  const steps: string[] = [];
  for (const event of events) {
    if (event.type === 'message') {
      const target = event.from === event.to ? '스스로' : `${name(event.to)}에`;
      steps.push(`${subject(name(event.from))} ${target}: ${close(event.text + (event.dashed ? '(파선)' : ''))}`);
    } else {
      const note = `${list(event.over.map(name))}: ${close(event.text)}`;
      if (steps.length === 0) sentences.push(note);
      else steps[steps.length - 1] += ` ${note}`;
    }
  }
  return { summary: `${list(participants.map(({ label }) => label))} 사이의 ${steps.length}단계.`, sentences, steps };
}

/** A question would run into the sentence around it. */
const nodeName = ({ label, shape }: FlowNode): string => (shape === 'choice' ? `‘${label}’` : label);

const list = (names: readonly string[]): string => names.join(', ');

/** A sentence that ends in a question or a full stop keeps it. */
const close = (sentence: string): string => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`);

const subject = (word: string): string => word + particle(word, '이', '가');

const particle = (word: string, afterConsonant: string, afterVowel: string): string => (isClosed(word) ? afterConsonant : afterVowel);

/** `커널` → `커널로`, `앱` → `앱으로`: ㄹ takes 로 like a vowel. */
export function toward(word: string): string {
  const end = spoken(word);
  const last = [...end].at(-1) ?? '';
  const final = ((last.codePointAt(0) ?? 0) - 0xac00) % 28;
  const liquid = (/[가-힣]/.test(last) && final === 8) || /(?:[178lR]|le)$/.test(end);
  return word + (isClosed(word) && !liquid ? '으로' : '로');
}

/** Brackets and quotes at the end of a word are not read aloud. */
const spoken = (word: string): string => word.replace(/[^\p{L}\p{N}]+$/u, '');

/** Whether a word ends in a consonant when read in Korean; English words by their usual endings (알파인, 도커). */
function isClosed(word: string): boolean {
  const end = spoken(word);
  if (/(?:ng|ck|[lmn]e|group)$/i.test(end)) return true;
  return !/[a-z]r$/.test(end) && endsInConsonant(end);
}
