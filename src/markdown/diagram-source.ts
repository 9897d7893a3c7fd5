/**
 * Hands the Mermaid source of a diagram to its component, which draws the SVG rendered ahead and writes its text.
 *
 *   <Diagram …>```mermaid … ```</Diagram>  →  <Diagram … source="…"/>
 *
 * An mdast plugin: must run before Expressive Code sees the code block.
 */
import type { MdastPluginDefinition } from 'satteri';

export const diagramSource: MdastPluginDefinition = {
  name: 'diagram-source',
  mdxJsxFlowElement(node, context) {
    if (node.name !== 'Diagram') return;
    const code = node.children.find((child) => child.type === 'code');
    if (!code) return;
    const attributes = [...node.attributes, { type: 'mdxJsxAttribute' as const, name: 'source', value: code.value }];
    context.replaceNode(node, { type: 'mdxJsxFlowElement', name: 'Diagram', attributes, children: [] });
  },
};
