/**
 * Puts the base path before links within the site and says where links out of it lead.
 *
 *   <a href="/glossary/">  →  <a href="/isolation/glossary/">
 *
 * Order: any. Components make their own addresses with `href()`.
 */
import { href } from '../site.ts';
import type { Node } from './tree.ts';

export function rebaseLinks(root: Node): Node {
  const visit = (node: Node): Node => {
    const children = node.children?.map(visit);
    const target = node.tagName === 'a' ? node.properties?.['href'] : undefined;
    const properties = typeof target === 'string' && /^\/(?!\/)/.test(target) ? { ...node.properties, href: href(target) } : node.properties;
    return { ...node, ...(properties ? { properties } : {}), ...(children ? { children } : {}) };
  };
  return visit(root);
}
