/**
 * Diagram as data + layout → Mermaid source to be measured. Names are `n0`, `g0`, `p0` … in the order of the data,
 * labels are broken into lines; the author's own names never reach Mermaid, so none can be a word of its grammar.
 */
import type { Layout } from './config.ts';
import { breakLines } from './lines.ts';
import type { Diagram, Flowchart, FlowNode, Sequence } from './types.ts';

/** Stands before every line of a message so that room is measured for its number, which is drawn once. */
const NUMBER_ROOM = '00 ';

export const linesOf = (text: string, { wrap }: Layout): string[] => breakLines(text, wrap);

export function toMermaid(diagram: Diagram, layout: Layout): string {
  return diagram.type === 'flowchart' ? flowchartSource(diagram, layout) : sequenceSource(diagram, layout);
}

const configure = (section: string, values: Record<string, number>): string =>
  `---\nconfig:\n  ${section}:\n${Object.entries(values).map(([key, value]) => `    ${key}: ${value}\n`).join('')}---\n`;

const label = (text: string, layout: Layout): string => linesOf(text, layout).join('<br/>');

function flowchartSource({ direction, nodes, edges, groups }: Flowchart, layout: Layout): string {
  const nodeName = (id: string) => `n${nodes.findIndex((node) => node.id === id)}`;
  const shape = (node: FlowNode): string => {
    const text = `"${label(node.label, layout)}"`;
    // A hexagon holds a question in half the room of Mermaid's rhombus.
    return nodeName(node.id) + { box: `[${text}]`, round: `([${text}])`, choice: `{{${text}}}` }[node.shape];
  };
  const inside = (group: string | undefined): string[] => [
    ...nodes.filter((node) => node.group === group).map(shape),
    ...groups.flatMap((inner, index) => (inner.group === group ? [`subgraph g${index}["${inner.label}"]`, ...inside(inner.id), 'end'] : [])),
  ];
  const arrows = edges.map(({ from, to, label: words, dashed }) => `${nodeName(from)} ${dashed ? '-.->' : '-->'}${words ? `|"${label(words, layout)}"|` : ''} ${nodeName(to)}`);
  return `${configure('flowchart', { nodeSpacing: layout.gap })}flowchart ${layout.direction ?? direction}\n${[...inside(undefined), ...arrows].join('\n')}\n`;
}

function sequenceSource({ participants, events }: Sequence, layout: Layout): string {
  const name = (id: string) => `p${participants.findIndex((participant) => participant.id === id)}`;
  const lines = events.map((event) => {
    if (event.type === 'note') return `Note over ${event.over.map(name).join(',')}: ${label(event.text, layout)}`;
    const text = linesOf(event.text, layout).map((line) => NUMBER_ROOM + line).join('<br/>');
    return `${name(event.from)}${event.dashed ? '-->>' : '->>'}${name(event.to)}: ${text}`;
  });
  const heads = participants.map(({ label: words }, index) => `participant p${index} as ${label(words, { ...layout, wrap: Math.min(layout.wrap, 110) })}`);
  return `${configure('sequence', { actorMargin: layout.gap })}sequenceDiagram\n${[...heads, ...lines].join('\n')}\n`;
}
