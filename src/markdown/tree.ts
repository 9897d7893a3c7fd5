/** The few tree helpers that the plugins share. Nodes are hast with MDX components in it. */

export interface Node {
  type: string;
  tagName?: string;
  name?: string | null;
  value?: string;
  properties?: Record<string, unknown>;
  attributes?: { type: string; name: string; value?: unknown }[];
  children?: Node[];
}

export const element = (tagName: string, properties: Record<string, unknown>, children: Node[] = []): Node => ({
  type: 'element',
  tagName,
  properties,
  children,
});

export const text = (value: string): Node => ({ type: 'text', value });

/** An MDX component with string attributes. */
export const component = (name: string, attributes: Record<string, string>, flow = false): Node => ({
  type: flow ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
  name,
  attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
  children: [],
});

export const isComponent = (node: Node, ...names: string[]): boolean =>
  (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && names.includes(node.name ?? '');

export const attribute = (node: Node, name: string): string | undefined => {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
};

export const isWhitespace = (node: Node): boolean => node.type === 'text' && !node.value?.trim();
