/**
 * Wraps what follows each second-level heading in a section, numbers it, and gives every heading a link to itself.
 *
 *   <h2 id="x">제목</h2><p>…</p>
 *   → <section aria-labelledby="x"><SectionHeading id="x" …>…</SectionHeading><p>…</p></section>
 *
 * Ids come from the source (`{#x}`); numbers and old ids from the model. Order: last of the tree plugins.
 */
import type { Section } from '../book/types.ts';
import { element, isWhitespace, type Node, text } from './tree.ts';

/**
 * @param sections of this chapter, in order
 * @param aliases old id → present id
 */
export function wrapSections(root: Node, sections: readonly Section[], aliases: Readonly<Record<string, string>>): Node {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const oldIds = (id: string) =>
    Object.entries(aliases)
      .filter(([, present]) => present === id)
      .map(([old]) => old);
  const children = root.children ?? [];
  const wrapped: Node[] = [];
  let open: Node | undefined;
  for (const child of children) {
    if (child.type === 'element' && /^h[2-4]$/.test(child.tagName ?? '')) {
      const id = String(child.properties?.['id'] ?? '');
      const head = headingBlock(child, byId.get(id), oldIds(id));
      if (child.tagName === 'h2') {
        open = element('section', { ariaLabelledBy: [id], ...(id === 'summary' ? { className: ['summary'] } : {}) }, [head]);
        wrapped.push(open);
      } else {
        open ??= openingSection(wrapped);
        open.children?.push(head);
      }
      continue;
    }
    const keepsPlace = child.type === 'mdxjsEsm' || (!open && isWhitespace(child));
    if (keepsPlace) wrapped.push(child);
    else {
      open ??= openingSection(wrapped);
      open.children?.push(child);
    }
  }
  return { ...root, children: wrapped };
}

function openingSection(wrapped: Node[]): Node {
  const section = element('section', { ariaLabel: '여는 글' });
  wrapped.push(section);
  return section;
}

function headingBlock(heading: Node, section: Section | undefined, oldIds: readonly string[]): Node {
  const id = String(heading.properties?.['id'] ?? '');
  const number: Node[] = section?.number ? [element('span', { className: ['hang'] }, [{ type: 'text', value: `${section.number} ` }])] : [];
  // Its purpose is clear from the heading before it; a label with the title in it would weigh more than the text of a section.
  const link = element('a', { className: ['permalink'], href: `#${id}`, ariaLabel: '이 절의 주소' }, [text('주소')]);
  const anchors = oldIds.map((old) => element('span', { id: old }));
  return element('div', { className: ['heading', `heading-${heading.tagName}`] }, [
    ...anchors,
    { ...heading, children: [...number, ...(heading.children ?? [])] },
    link,
  ]);
}
