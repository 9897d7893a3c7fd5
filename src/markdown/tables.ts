/**
 * Gives tables the roles and scopes that a screen reader needs, kept when CSS lays them out as grids on a phone.
 *
 *   <table><tbody><tr><td>커널</td>…  →  <table class="tabular" role="table"><tbody role="rowgroup"><tr role="row"><th role="rowheader" scope="row">커널</th>…
 *
 * The first column holds row heads. Order: any.
 */
import type { Node } from './tree.ts';

const ROLES: Record<string, string> = { table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' };

export function describeTables(root: Node): Node {
  const visit = (node: Node, inHead: boolean): Node => {
    const head = inHead || node.tagName === 'thead';
    let current = node;
    if (node.tagName === 'tr') {
      let first = true;
      const children = node.children?.map((child) => {
        if (child.type !== 'element') return child;
        const isRowHead = first && !head;
        first = false;
        if (head) return { ...child, properties: { role: 'columnheader', scope: 'col' } };
        return isRowHead ? { ...child, tagName: 'th', properties: { role: 'rowheader', scope: 'row' } } : { ...child, properties: { role: 'cell' } };
      });
      current = { ...node, properties: { role: 'row' }, ...(children ? { children } : {}) };
    } else if (node.tagName && ROLES[node.tagName]) {
      const className = node.tagName === 'table' ? { className: ['tabular'] } : {};
      if (node.tagName !== 'td') current = { ...node, properties: { ...className, role: ROLES[node.tagName] } };
    }
    return current.children ? { ...current, children: current.children.map((child) => visit(child, head)) } : current;
  };
  return visit(root, false);
}
