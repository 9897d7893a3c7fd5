/**
 * Diagram as data + layout → Mermaid source to be measured. Names are `n0`, `g0`, `p0` … in the order of the data,
 * labels are broken into lines; the author's own names never reach Mermaid, so none can be a word of its grammar.
 */
import type { Layout } from './config.ts';
import { breakLines, estimateWidth } from './lines.ts';
import type { Diagram, DiagramClass, DiagramNote, Flowchart, FlowNode, Sequence } from './types.ts';

/** Widest name of a participant, px: three short names must fit beside one another. */
const HEAD_WRAP = 100;

/** Digits stand where the drawing puts the pattern of a layer: only the room that they take counts. */
const ROOM_FOR_PATTERN: Partial<Record<DiagramClass, string>> = { hardware: '0', hypervisor: '00', userland: '0', image: '0' };

/** Lines of the label of a node or an edge. */
export const linesOf = (text: string, { wrap }: Layout): string[] => breakLines(text, wrap);

/** Lines of a note; one that spans participants has the room between them. */
export const noteLines = ({ text, over }: DiagramNote, { wrap }: Layout): string[] => breakLines(text, Math.max(wrap, 84) * over.length);

/** Lines of the name of a participant. */
export const headLines = (label: string): string[] => breakLines(label, HEAD_WRAP);

/**
 * Lines of every message. A message between neighbours sets how far apart they stand; all others may be as wide
 * as the room that this leaves.
 */
export function messageLines({ participants, events }: Sequence, { wrap }: Layout): string[][] {
  const messages = events.filter((event) => event.type === 'message');
  const place = (id: string) => participants.findIndex((participant) => participant.id === id);
  const room = participants.slice(1).map((_, index) => {
    const between = messages.filter(({ from, to }) => Math.min(place(from), place(to)) === index && Math.abs(place(from) - place(to)) === 1);
    return Math.max(wrap / 2, ...between.map(({ text }) => widest(breakLines(text, wrap))));
  });
  return messages.map(({ from, to, text }) => {
    const [left, right] = [Math.min(place(from), place(to)), Math.max(place(from), place(to))];
    return breakLines(text, left === right ? wrap : room.slice(left, right).reduce((sum, width) => sum + width));
  });
}

const widest = (lines: readonly string[]): number => Math.max(...lines.map(estimateWidth));

export function toMermaid(diagram: Diagram, layout: Layout): string {
  return diagram.type === 'flowchart' ? flowchartSource(diagram, layout) : sequenceSource(diagram, layout);
}

const configure = (section: string, values: Record<string, number>): string =>
  `---\nconfig:\n  ${section}:\n${Object.entries(values)
    .map(([key, value]) => `    ${key}: ${value}\n`)
    .join('')}---\n`;

const join = (lines: readonly string[], before = '', after = ''): string => lines.map((line) => before + line + after).join('<br/>');

function flowchartSource({ direction, nodes, edges, groups }: Flowchart, layout: Layout): string {
  const way = layout.direction ?? direction;
  const nodeName = (id: string) => `n${nodes.findIndex((node) => node.id === id)}`;
  const shape = (node: FlowNode): string => {
    const text = `"${join(linesOf(node.label, layout), node.shape === 'box' ? ROOM_FOR_PATTERN[node.kind] : '')}"`;
    // A hexagon holds a question in half the room of Mermaid's rhombus.
    return nodeName(node.id) + { box: `[${text}]`, round: `([${text}])`, choice: `{{${text}}}` }[node.shape];
  };
  const inside = (group: string | undefined): string[] => [
    ...nodes.filter((node) => node.group === group).map(shape),
    ...groups.flatMap((inner, index) =>
      inner.group === group ? [`subgraph g${index}["${inner.label}"]`, `direction ${way}`, ...inside(inner.id), 'end'] : [],
    ),
  ];
  const arrows = edges.map(
    ({ from, to, label: words, dashed }) => `${nodeName(from)} ${dashed ? '-.->' : '-->'}${words ? `|"${join(linesOf(words, layout))}"|` : ''} ${nodeName(to)}`,
  );
  // A label stands in the middle of its arrow and needs some of it to be seen on both sides.
  const rankSpacing = edges.some(({ label: words }) => words) ? 38 : 30;
  const head = configure('flowchart', { nodeSpacing: layout.gap, rankSpacing });
  return `${head}flowchart ${way}\n${[...inside(undefined), ...arrows].join('\n')}\n`;
}

function sequenceSource({ participants, events }: Sequence, layout: Layout): string {
  const name = (id: string) => `p${participants.findIndex((participant) => participant.id === id)}`;
  const messages = messageLines({ type: 'sequence', participants, events }, layout);
  const number = messages.length > 9 ? '00 ' : '0 '; // room for the number of the step
  const lines = events.map((event) => {
    if (event.type === 'note') return `Note over ${event.over.map(name).join(',')}: ${join(noteLines(event, layout))}`;
    return `${name(event.from)}${event.dashed ? '-->>' : '->>'}${name(event.to)}: ${join(messages.shift() ?? [], number)}`;
  });
  const heads = participants.map(({ label, kind }, index) => `participant p${index} as ${join(headLines(label), `0${ROOM_FOR_PATTERN[kind] ?? ''}`, '0')}`);
  return `${configure('sequence', { actorMargin: layout.gap })}sequenceDiagram\n${[...heads, ...lines].join('\n')}\n`;
}
