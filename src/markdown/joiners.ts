/**
 * Keeps together what a line end must not tear: a particle and the code or bracket before it, the items of
 * `CPU·메모리`, names such as VT-x.
 *
 *   <code>ps</code>를  →  <code>ps</code>&#8288;를        VT-x → VT-&#8288;x
 *
 * U+2060 WORD JOINER is invisible; the indexes for search take it out again. Order: any.
 */
import { JOINER, keepTogether } from '../book/text.ts';
import { isComponent, type Node } from './tree.ts';

const HANGUL = /^[가-힣]/u;

export function joinWords(root: Node): Node {
  return walk(root);
}

function walk(node: Node): Node {
  if (!node.children || node.tagName === 'pre' || node.tagName === 'code') return node;
  const children = node.children.map((child, index, siblings): Node => {
    if (child.type !== 'text') return walk(child);
    const before = siblings[index - 1];
    let value = keepTogether(child.value ?? '');
    if (before && (before.tagName === 'code' || isComponent(before, 'Term', 'Ref', 'Cite')) && HANGUL.test(value)) value = JOINER + value;
    return { ...child, value };
  });
  return { ...node, children };
}
