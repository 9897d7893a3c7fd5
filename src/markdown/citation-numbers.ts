/**
 * Tells each citation which call of its source it is, so that the list of sources can link back to every one.
 *
 *   <Cite id="x"/> … <Cite id="x"/>  →  <Cite id="x" call="1"/> … <Cite id="x" call="2"/>
 *
 * Order: before `notes`.
 */
import { attribute, isComponent, type Node } from './tree.ts';

export function numberCitationCalls(root: Node): Node {
  const calls = new Map<string, number>();
  const visit = (node: Node): Node => {
    const children = node.children?.map(visit);
    if (!isComponent(node, 'Cite')) return children ? { ...node, children } : node;
    const id = attribute(node, 'id') ?? '';
    const call = (calls.get(id) ?? 0) + 1;
    calls.set(id, call);
    return { ...node, attributes: [...(node.attributes ?? []), { type: 'mdxJsxAttribute', name: 'call', value: String(call) }] };
  };
  return visit(root);
}
