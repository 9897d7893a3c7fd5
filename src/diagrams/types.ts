/** A diagram as plain data: what the author wrote, without positions. */
import type { Layer } from '../book/schema.ts';

/** Class of a node or participant: a layer of the book, or none. */
export type DiagramClass = Layer | 'plain';

export interface FlowNode {
  id: string;
  label: string;
  /** `box` for `["…"]`, `round` for `(["…"])`, `choice` for `{"…"}`. */
  shape: 'box' | 'round' | 'choice';
  kind: DiagramClass;
  /** Innermost group around the node. */
  group: string | undefined;
}

export interface FlowEdge {
  from: string;
  to: string;
  label: string | undefined;
  dashed: boolean;
}

export interface FlowGroup {
  id: string;
  label: string;
  kind: DiagramClass;
  /** Group around this one. */
  group: string | undefined;
}

export interface Flowchart {
  type: 'flowchart';
  direction: 'TB' | 'LR';
  nodes: FlowNode[];
  edges: FlowEdge[];
  groups: FlowGroup[];
}

export interface Participant {
  id: string;
  label: string;
  kind: DiagramClass;
}

export interface Message {
  type: 'message';
  from: string;
  to: string;
  text: string;
  dashed: boolean;
}

export interface DiagramNote {
  type: 'note';
  /** One participant, or the first and the last that the note spans. */
  over: string[];
  text: string;
}

export interface Sequence {
  type: 'sequence';
  participants: Participant[];
  /** In the order of time. */
  events: (Message | DiagramNote)[];
}

export type Diagram = Flowchart | Sequence;

/** An author's mistake inside a diagram; the caller knows the file and the line on which the diagram starts. */
export interface DiagramProblem {
  /** 0-based line in the Mermaid source. */
  offset: number;
  message: string;
  remedy: string;
}
