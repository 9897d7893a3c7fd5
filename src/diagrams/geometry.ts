/**
 * Mermaid's SVG (hast) → where things stand. Only numbers are taken; styles, ids, fonts and scripts stay behind.
 */
import type { Node } from '../markdown/tree.ts';

/** Left, top, width, height. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}
/** Path commands M, L, C and their points, absolute. */
export interface Segment {
  command: string;
  points: Point[];
}

export interface FlowGeometry {
  nodes: Map<string, Box>;
  groups: Map<string, Box>;
  /** By `from>to#count`. */
  edges: Map<string, { path: Segment[]; label: Box | undefined }>;
}
export interface SequenceGeometry {
  /** Heads, from left to right as declared. */
  heads: Map<string, Box>;
  /** In the order of time; a message to oneself has `x1 === x2`. */
  messages: { x1: number; x2: number; y: number }[];
  notes: Box[];
}

interface Placed {
  node: Node;
  offset: Point;
}

function translation(node: Node): Point {
  const [, x = '0', y = '0'] = /translate\(\s*([-\d.e]+)[\s,]+([-\d.e]+)/.exec(String(node.properties?.['transform'] ?? '')) ?? [];
  return { x: Number(x), y: Number(y) };
}

/** Elements in document order, each with the sum of the translations above and on it. */
function* walk(node: Node, above: Point = { x: 0, y: 0 }): Generator<Placed> {
  const offset = add(above, translation(node));
  if (node.type === 'element') yield { node, offset };
  for (const child of node.children ?? []) yield* walk(child, offset);
}

const text = (node: Node, name: string): string => {
  const value = node.properties?.[name];
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
};
const number = (node: Node, name: string): number => Number.parseFloat(text(node, name)) || 0;
const hasClass = (node: Node, name: string): boolean => text(node, 'className').split(' ').includes(name);

const boxOf = ({ node, offset }: Placed): Box => ({
  x: offset.x + number(node, 'x'),
  y: offset.y + number(node, 'y'),
  width: number(node, 'width'),
  height: number(node, 'height'),
});

/** Smallest box around the rectangles, polygons and paths of a node, before its label. */
function outline({ node, offset }: Placed): Box {
  const own = translation(node);
  const points: Point[] = [];
  for (const part of walk(node, { x: offset.x - own.x, y: offset.y - own.y })) {
    const { tagName } = part.node;
    if (hasClass(part.node, 'label')) break;
    if (tagName === 'rect') {
      const { x, y, width, height } = boxOf(part);
      points.push({ x, y }, { x: x + width, y: y + height });
    } else if (tagName === 'polygon') points.push(...pairs(text(part.node, 'points')).map((point) => add(point, part.offset)));
    else if (tagName === 'path')
      points.push(
        ...parsePath(text(part.node, 'd'))
          .flatMap((segment) => segment.points)
          .map((point) => add(point, part.offset)),
      );
  }
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });

function pairs(value: string): Point[] {
  const numbers = [...value.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/g)].map(Number);
  return numbers.flatMap((x, index) => (index % 2 === 0 && numbers[index + 1] !== undefined ? [{ x, y: numbers[index + 1] as number }] : []));
}

/** @throws on commands that Mermaid's straight lines and splines do not use */
export function parsePath(d: string): Segment[] {
  return [...d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)].map(([, command = '', values = '']) => {
    if (!'MLCQZ'.includes(command)) throw new Error(`path command ${command} in ${d}`);
    return { command, points: pairs(values) };
  });
}

export function readFlowchart(svg: Node): FlowGeometry {
  const geometry: FlowGeometry = { nodes: new Map(), groups: new Map(), edges: new Map() };
  const elements = [...walk(svg)];
  /** `L_n0_n1_0` and, in the id of the picture, `mermaid-3-L_n0_n1_0`. */
  const seen = new Map<string, number>();
  const labels = new Map<string, Box>();
  const paths: { key: string; id: string; path: Segment[] }[] = [];
  for (const placed of elements) {
    const { node, offset } = placed;
    if (hasClass(node, 'node')) {
      const name = /flowchart-(n\d+)-/.exec(text(node, 'id'))?.[1];
      if (name) geometry.nodes.set(name, outline(placed));
    } else if (hasClass(node, 'cluster')) {
      const name = /(g\d+)$/.exec(text(node, 'id'))?.[1];
      const rect = node.children?.find(({ tagName }) => tagName === 'rect');
      if (name && rect) geometry.groups.set(name, boxOf({ node: rect, offset }));
    } else if (hasClass(node, 'flowchart-link')) {
      const [, id = '', from, to] = /(L_(n\d+)_(n\d+)_\d+)$/.exec(text(node, 'dataId') || text(node, 'id')) ?? [];
      const count = seen.get(`${from}>${to}`) ?? 0;
      seen.set(`${from}>${to}`, count + 1);
      const path = parsePath(text(node, 'd')).map(({ command, points }) => ({ command, points: points.map((point) => add(point, offset)) }));
      paths.push({ key: `${from}>${to}#${count}`, id, path });
    } else if (hasClass(node, 'label') && text(node, 'dataId')) {
      const background = [...walk(node)].find((inner) => hasClass(inner.node, 'background') && number(inner.node, 'width') > 0);
      if (background) labels.set(text(node, 'dataId'), boxOf({ node: background.node, offset }));
    }
  }
  for (const { key, id, path } of paths) geometry.edges.set(key, { path, label: labels.get(id) });
  return geometry;
}

export function readSequence(svg: Node): SequenceGeometry {
  const geometry: SequenceGeometry = { heads: new Map(), messages: [], notes: [] };
  const messages = new Map<number, SequenceGeometry['messages'][number]>();
  for (const placed of walk(svg)) {
    const { node, offset } = placed;
    if (node.tagName === 'rect' && hasClass(node, 'actor-top')) geometry.heads.set(text(node, 'name'), boxOf(placed));
    else if (node.tagName === 'rect' && hasClass(node, 'note')) geometry.notes.push(boxOf(placed));
    else if (text(node, 'dataEt') === 'message' && /^i\d+$/.test(text(node, 'dataId'))) {
      const order = Number(text(node, 'dataId').slice(1));
      if (node.tagName === 'line')
        messages.set(order, { x1: offset.x + number(node, 'x1'), x2: offset.x + number(node, 'x2'), y: offset.y + number(node, 'y1') });
      else if (node.tagName === 'path') {
        const start = pairs(text(node, 'd').replace(/[A-Za-z]/g, ' '))[0] ?? { x: 0, y: 0 };
        messages.set(order, { x1: offset.x + start.x, x2: offset.x + start.x, y: offset.y + start.y });
      }
    }
  }
  geometry.messages = [...messages].sort(([a], [b]) => a - b).map(([, message]) => message);
  return geometry;
}
