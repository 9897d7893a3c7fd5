/**
 * Diagram as data + where things stand → the book's SVG. Shapes and classes only: colours, strokes and fonts come
 * from `src/styles/diagrams.css`. No ids, so that any number of diagrams may stand on a page.
 */
import { type Layout, SPINE, TEXT } from './config.ts';
import type { Box, FlowGeometry, Point, Segment, SequenceGeometry } from './geometry.ts';
import { estimateWidth } from './lines.ts';
import { headLines, linesOf, messageLines, noteLines } from './mermaid-source.ts';
import type { Diagram, DiagramClass, Flowchart, FlowNode, Sequence } from './types.ts';

/** Baseline below the middle of a line of Hangul. */
const BASELINE = TEXT.size * 0.355;
const HEAD = { length: 8, half: 3.7 } as const;
/** Mermaid ends a line this far before the node. */
const SHORTENED = 4;
/** Room for the number of a step. */
const NUMBER = { one: 14, two: 22 } as const;

export interface Drawing {
  svg: string;
  width: number;
  height: number;
}

export const drawFlowchart = (diagram: Flowchart, geometry: FlowGeometry, layout: Layout): Drawing => {
  const bounds = new Bounds();
  const seen = new Map<string, number>();
  const solid: string[] = [];
  const dashed: string[] = [];
  const heads: string[] = [];
  const labels: string[] = [];
  const name = (id: string) => `n${diagram.nodes.findIndex((node) => node.id === id)}`;

  // Mermaid lets a frame inside a frame begin where the outer one has its name.
  const frames = diagram.groups.map((group, index) => {
    const { x, y, width, height } = need(geometry.groups.get(`g${index}`), `group ${group.id}`);
    const lower = group.group ? 10 : 0;
    return { ...group, x, y: y + lower, width, height: height - lower };
  });
  for (const frame of frames) bounds.box(frame);
  const shaded = (point: Point): string => (frames.some((frame) => frame.kind === 'plain' && contains(frame, point)) ? ' shaded' : '');
  for (const edge of diagram.edges) {
    const pair = `${name(edge.from)}>${name(edge.to)}`;
    const count = seen.get(pair) ?? 0;
    seen.set(pair, count + 1);
    const { path, label } = need(geometry.edges.get(`${pair}#${count}`), `edge ${edge.from} → ${edge.to}`);
    for (const { points } of path) for (const point of points) bounds.point(point);
    (edge.dashed ? dashed : solid).push(pathData(path));
    heads.push(arrowHead(path));
    if (!label || !edge.label) continue;
    bounds.box(label);
    const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
    labels.push(`<path class="plate${shaded(middle)}" d="${rectangle(inset(label, -1))}"/>`, textLines(linesOf(edge.label, layout), middle, ''));
  }
  const nodes = diagram.nodes.map((node) => {
    const box = need(geometry.nodes.get(name(node.id)), `node ${node.id}`);
    bounds.box(box);
    return drawNode(node, linesOf(node.label, layout), box);
  });
  const names = frames.map(({ kind, label, x, y }) => {
    if (kind === 'plain') return `<text class="name" x="${round(x + 9)}" y="${round(y + 19)}">${escapeText(label)}</text>`;
    bounds.point({ x, y: y - 10 });
    const plate = { x: x + 5, y: y - 10, width: estimateWidth(label) * 1.04 + 9, height: 20 };
    return `<path class="plate${shaded({ x: x - 1, y })}" d="${rectangle(plate)}"/><text class="name on-line" x="${round(x + 9)}" y="${round(y + BASELINE)}">${escapeText(label)}</text>`;
  });
  const outlines = frames.map((frame) => `<path class="group ${frame.kind}" d="${rectangle(frame)}"/>`);
  return finish(bounds, [...outlines, ...lines(solid, dashed, heads), ...nodes, ...labels, ...names]);
};

export const drawSequence = (diagram: Sequence, geometry: SequenceGeometry, layout: Layout): Drawing => {
  const bounds = new Bounds();
  const boxes = diagram.participants.map((participant, index) => need(geometry.heads.get(`p${index}`), `participant ${participant.id}`));
  const centre = (id: string): number => {
    const box = need(boxes[diagram.participants.findIndex((participant) => participant.id === id)], id);
    return box.x + box.width / 2;
  };
  const heads = diagram.participants.map(({ label, kind }, index) => {
    const box = need(boxes[index], label);
    bounds.box(box);
    return drawNode({ shape: 'box', kind }, headLines(label), box);
  });
  const solid: string[] = [];
  const dashed: string[] = [];
  const tips: string[] = [];
  const texts: string[] = [];
  const messages = messageLines(diagram, layout);
  const room = messages.length > 9 ? NUMBER.two : NUMBER.one;
  let step = 0;
  let note = 0;
  let end = 0;
  for (const event of diagram.events) {
    if (event.type === 'note') {
      const words = noteLines(event, layout);
      const box = need(geometry.notes[note++], `note ${event.text}`);
      bounds.box(box);
      end = Math.max(end, box.y + box.height);
      texts.push(`<path class="memo" d="${rectangle(box)}"/>`, textLines(words, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, 'remark'));
      continue;
    }
    const { y } = need(geometry.messages[step], `message ${event.text}`);
    const words = messages[step++] ?? [];
    const [from, to] = [centre(event.from), centre(event.to)];
    const left = Math.min(from, to) + 6;
    const self = from === to;
    const first = y - 7 - (words.length - 1) * TEXT.line;
    const direction = Math.sign(to - from) || -1;
    const tip = { x: to - direction * 1.5, y: self ? y + 14 : y };
    const line = self ? `M${round(from)} ${round(y)}h22v14H${round(tip.x + 4)}` : `M${round(from)} ${round(y)}H${round(tip.x - direction * 4)}`;
    (event.dashed ? dashed : solid).push(line);
    tips.push(triangle(tip, { x: direction, y: 0 }));
    texts.push(`<text class="halo step" x="${round(left)}" y="${round(first)}"><tspan class="count">${step}</tspan>${spans(words, left + room, first)}</text>`);
    bounds.point({ x: left + room + Math.max(...words.map(estimateWidth)), y });
    end = Math.max(end, self ? y + 14 : y);
  }
  const life = boxes.map((box) => `M${round(box.x + box.width / 2)} ${round(box.y + box.height)}V${round(end + 14)}`).join('');
  bounds.point({ x: bounds.left, y: end + 14 });
  return finish(bounds, [`<path class="life" d="${life}"/>`, ...lines(solid, dashed, tips), ...heads, ...texts]);
};

/** Outline, pattern and name of one layer. */
function drawNode({ shape, kind }: Pick<FlowNode, 'shape' | 'kind'>, words: readonly string[], box: Box): string {
  const { x, y, width, height } = box;
  const middle = { x: x + width / 2, y: y + height / 2 };
  const parts: string[] = [];
  if (shape === 'choice') {
    const cut = Math.min(height / 2, 14);
    parts.push(
      `<path class="box" d="M${round(x)} ${round(middle.y)}l${cut} ${round(-height / 2)}h${round(width - 2 * cut)}l${cut} ${round(height / 2)}l${-cut} ${round(height / 2)}h${round(2 * cut - width)}z"/>`,
    );
  } else if (shape === 'round') parts.push(rounded(box, height / 2));
  else if (kind === 'application') parts.push(rounded(box, 9));
  else {
    const spine = SPINES[kind];
    const inner = kind === 'hypervisor' ? inset(box, 3) : box;
    const frame = inner === box ? '' : rectangle(inner);
    const edge = spine ? `M${round(inner.x + SPINE)} ${round(inner.y)}v${round(inner.height)}` : '';
    parts.push(`<path class="box" d="${rectangle(box)}${frame}${edge}"/>`);
    if (spine) {
      parts.push(`<path class="spine" d="${spine(inner)}"/>`);
      middle.x = (inner.x + SPINE + x + width) / 2;
    }
    if (kind === 'image') middle.y -= 2;
    const foot = FEET[kind];
    if (foot) parts.push(`<path class="foot" d="${foot(box)}"/>`);
  }
  const className = kind === 'plain' ? '' : ` class="${kind}"`;
  return `<g${className}>${parts.join('')}${textLines(words, middle, 'strong')}</g>`;
}

const inset = ({ x, y, width, height }: Box, by: number): Box => ({ x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by });

const rounded = ({ x, y, width, height }: Box, radius: number): string =>
  `<rect class="box" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${round(radius)}"/>`;

/** Patterns of `figures.css`, drawn with strokes: dashes of the stylesheet make stripes and dots of them. */
const SPINES: Partial<Record<DiagramClass, (box: Box) => string>> = {
  hardware: ({ x, y, height }) => {
    const hatch: string[] = [];
    for (let top = y + 4; top < y + height + SPINE; top += 5) {
      // One stroke rising to the right, cut to the spine.
      const start = { x: x + Math.max(0, top - (y + height)), y: Math.min(top, y + height) };
      const rise = Math.min(SPINE - (start.x - x), start.y - y);
      if (rise > 0.5) hatch.push(`M${round(start.x)} ${round(start.y)}l${round(rise)} ${round(-rise)}`);
    }
    return hatch.join('');
  },
  hypervisor: ({ x, y, height }) => [2.5, 6.5].map((offset) => `M${round(x + offset)} ${round(y)}v${round(height)}`).join(''),
  userland: ({ x, y, height }) => [2.75, 6.5].map((offset) => `M${round(x + offset)} ${round(y + 3.5)}v${round(height - 5)}`).join(''),
  image: ({ x, y, height }) => `M${round(x + SPINE / 2)} ${round(y + 3)}v${round(height - 4)}`,
};

const FEET: Partial<Record<DiagramClass, (box: Box) => string>> = {
  /** Heavy foot. */
  hardware: ({ x, y, width, height }) => `M${round(x)} ${round(y + height)}h${round(width)}`,
  /** Strata: sheets below. */
  image: ({ x, y, width, height }) => [3, 6].map((offset) => `M${round(x)} ${round(y + height - offset)}h${round(width)}`).join(''),
};

/** Lines of one style share a path; heads are shapes, not markers, which would need ids. */
const lines = (solid: readonly string[], dashed: readonly string[], heads: readonly string[]): string[] => [
  ...(solid.length > 0 ? [`<path class="edge" d="${solid.join('')}"/>`] : []),
  ...(dashed.length > 0 ? [`<path class="edge dashed" d="${dashed.join('')}"/>`] : []),
  ...(heads.length > 0 ? [`<path class="tip" d="${heads.join('')}"/>`] : []),
];

const rectangle = ({ x, y, width, height }: Box): string => `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;

const pathData = (path: readonly Segment[]): string =>
  path.map(({ command, points }) => command + points.map(({ x, y }) => `${round(x)} ${round(y)}`).join(' ')).join('');

function arrowHead(path: readonly Segment[]): string {
  const points = path.flatMap((segment) => segment.points);
  const last = need(points.at(-1), 'end of an edge');
  const before = need(
    points.findLast(({ x, y }) => Math.hypot(last.x - x, last.y - y) > 0.5),
    'direction of an edge',
  );
  const length = Math.hypot(last.x - before.x, last.y - before.y);
  const direction = { x: (last.x - before.x) / length, y: (last.y - before.y) / length };
  return triangle({ x: last.x + direction.x * SHORTENED, y: last.y + direction.y * SHORTENED }, direction);
}

function triangle(tip: Point, { x, y }: Point): string {
  const back = { x: tip.x - x * HEAD.length, y: tip.y - y * HEAD.length };
  const corner = (side: number) => `${round(back.x - y * HEAD.half * side)} ${round(back.y + x * HEAD.half * side)}`;
  return `M${round(tip.x)} ${round(tip.y)}L${corner(1)} ${corner(-1)}z`;
}

/** Lines of text centred on a point. */
function textLines(words: readonly string[], { x, y }: Point, className: string): string {
  const first = y + BASELINE - ((words.length - 1) * TEXT.line) / 2;
  const rest = words.slice(1).map((line) => `<tspan x="${round(x)}" dy="${TEXT.line}">${escapeText(line)}</tspan>`);
  return `<text${className && ` class="${className}"`} x="${round(x)}" y="${round(first)}">${escapeText(words[0] ?? '')}${rest.join('')}</text>`;
}

/** Lines of text from a left edge, hanging behind the number. */
const spans = (words: readonly string[], x: number, first: number): string =>
  words.map((line, index) => `<tspan x="${round(x)}" y="${round(first + index * TEXT.line)}">${escapeText(line)}</tspan>`).join('');

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Tenths of a px are finer than any screen shows. */
const round = (value: number): number => Math.round(value * 10) / 10 || 0;

const contains = ({ x, y, width, height }: Box, point: Point): boolean => point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Mermaid has not drawn ${what}: its output has changed, mend src/diagrams/geometry.ts`);
  return value;
}

class Bounds {
  left = Number.POSITIVE_INFINITY;
  top = Number.POSITIVE_INFINITY;
  right = Number.NEGATIVE_INFINITY;
  bottom = Number.NEGATIVE_INFINITY;
  point({ x, y }: Point): void {
    this.left = Math.min(this.left, x);
    this.top = Math.min(this.top, y);
    this.right = Math.max(this.right, x);
    this.bottom = Math.max(this.bottom, y);
  }
  box({ x, y, width, height }: Box): void {
    this.point({ x, y });
    this.point({ x: x + width, y: y + height });
  }
}

/** Room outside for half a stroke. */
const MARGIN = 2;

function finish(bounds: Bounds, parts: readonly string[]): Drawing {
  const left = Math.floor(bounds.left - MARGIN);
  const top = Math.floor(bounds.top - MARGIN);
  const width = Math.ceil(bounds.right + MARGIN) - left;
  const height = Math.ceil(bounds.bottom + MARGIN) - top;
  // rem: the picture grows with the reader's text size until it fills the column.
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="diagram" role="img" viewBox="${left} ${top} ${width} ${height}" width="${width / 16}rem">${parts.join('')}</svg>`;
  return { svg, width, height };
}

export const draw = (diagram: Diagram, geometry: FlowGeometry | SequenceGeometry, layout: Layout): Drawing =>
  diagram.type === 'flowchart' ? drawFlowchart(diagram, geometry as FlowGeometry, layout) : drawSequence(diagram, geometry as SequenceGeometry, layout);
