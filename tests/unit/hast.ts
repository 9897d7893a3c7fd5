/** Trees for the tests of the Markdown plugins: MDX → tree as Sätteri makes it, and a tree as one readable line. */
import { mdxToHast } from 'satteri';
import { MARKDOWN_FEATURES } from '../../src/book/chapter-source.ts';
import type { Node } from '../../src/markdown/tree.ts';

export const hast = (mdx: string): Node => mdxToHast(mdx, { features: MARKDOWN_FEATURES, position: false }) as unknown as Node;

/** White space between blocks left out. */
export function show(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  const block = node.children?.some(
    (child) => child.type === 'element' && /^(p|ul|li|table|thead|tbody|tr|td|th|h\d|section|div|pre)$/.test(child.tagName ?? ''),
  );
  const inner = (node.children ?? [])
    .filter((child) => !block || child.type !== 'text' || child.value?.trim())
    .map(show)
    .join('');
  if (node.type === 'root') return inner;
  const given = node.type === 'element' ? Object.entries(node.properties ?? {}) : (node.attributes ?? []).map(({ name, value }) => [name, value] as const);
  const attributes = given.map(([name, value]) => ` ${name}="${Array.isArray(value) ? value.join(' ') : value}"`).join('');
  const name = node.tagName ?? node.name ?? node.type;
  return inner || node.type === 'element' ? `<${name}${attributes}>${inner}</${name}>` : `<${name}${attributes}/>`;
}
