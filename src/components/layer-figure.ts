/** The data of a layer figure, and its text equivalent. */
import type { Layer } from '../book/schema.ts';

export interface LayerBox {
  kind: Exclude<Layer, 'boundary'>;
  name: string;
  note?: string;
}
/** Layers inside a boundary: solid = kept by the processor and the hypervisor, dashed = kept by the kernel. */
export interface Enclosure {
  boundary: 'solid' | 'dashed';
  name: string;
  layers: Row[];
}
/** Layers above one another without a boundary, standing beside others. */
export interface Column {
  layers: Row[];
}
export interface SideBySide {
  boxes: (LayerBox | Enclosure | Column)[];
}
export type Row = LayerBox | SideBySide | Enclosure;
/** Rows from top to bottom. */
export interface Stack {
  title?: string;
  layers: Row[];
}

export const isSideBySide = (row: Row | Column): row is SideBySide => 'boxes' in row;
export const isEnclosure = (row: Row | Column): row is Enclosure => 'boundary' in row;
export const isColumn = (row: Row | Column): row is Column => 'layers' in row && !('boundary' in row);

const KEEPER = { solid: 'CPU와 하이퍼바이저가 지키는 경계', dashed: '커널이 지키는 경계' } as const;

/** One sentence for each stack, from top to bottom. */
export const describeStacks = (stacks: readonly Stack[]): string[] =>
  stacks.map(({ title, layers }) => `${title ? `${title}: ` : ''}위에서부터 ${layers.map(describeRow).join(', ')}.`);

function describeRow(row: Row | Column): string {
  if (isSideBySide(row)) return `나란히 ${row.boxes.map(describeRow).join(' | ')}`;
  if (isEnclosure(row)) return `‘${row.name}’(${KEEPER[row.boundary]} 안에 ${row.layers.map(describeRow).join(', ')})`;
  if (isColumn(row)) return row.layers.map(describeRow).join(' 아래 ');
  return row.note ? `${row.name}(${row.note})` : row.name;
}
