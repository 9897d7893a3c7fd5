/** `to="…"` of a cross-reference → what it points at and how it is called. */
import type { Chapter, Numbered, Section } from './types.ts';

export type Target =
  | { kind: 'chapter'; chapter: Chapter }
  | { kind: 'section'; chapter: Chapter; section: Section }
  | { kind: 'numbered'; chapter: Chapter; numbered: Numbered };

export interface Resolved {
  /** Words for the reader: “그림 20-1”, “네임스페이스 여덟 가지(22장)”. */
  label: string;
  /** Address without the base path: `/topic/chapter/#id`; undefined for a chapter not yet written. */
  address: string | undefined;
  target: Target;
}

export const NUMBERED_LABEL: Record<Numbered['kind'], string> = { figure: '그림', table: '표', listing: '예제' };

/**
 * @param to `topic/chapter`, `topic/chapter#id`, or `#id` within the chapter `from`
 * @returns what was found, or the reason in Korean why nothing was
 */
export function resolveReference(to: string, from: string, chapters: ReadonlyMap<string, Chapter>): Resolved | { missing: string; near: string[] } {
  const [slug = '', id] = to.startsWith('#') ? [from, to.slice(1)] : to.split('#');
  const chapter = chapters.get(slug);
  if (!chapter) return { missing: `장 ‘${slug}’가 차례에 없다`, near: [...chapters.keys()].filter((key) => key.split('/')[0] === slug.split('/')[0]) };
  const address = chapter.text ? `/${slug}/` : undefined;
  if (id === undefined) return { label: `${chapter.title}(${chapter.number}장)`, address, target: { kind: 'chapter', chapter } };
  if (!chapter.text) return { missing: `‘${slug}’는 아직 쓰이지 않아 절 ‘${id}’를 가리킬 수 없다`, near: [] };
  const numbered = chapter.text.numbered.find((candidate) => candidate.id === id);
  if (numbered) {
    const label = `${NUMBERED_LABEL[numbered.kind]} ${numbered.number}`;
    return { label, address: `${address}#${id}`, target: { kind: 'numbered', chapter, numbered } };
  }
  const section = chapter.text.sections.find((candidate) => candidate.id === id);
  if (section) {
    const place = section.number ? `${section.number}절` : slug === from ? undefined : `${chapter.number}장`;
    const label = place ? `${section.title}(${place})` : section.title;
    return { label, address: `${address}#${id}`, target: { kind: 'section', chapter, section } };
  }
  const near = [...chapter.text.sections, ...chapter.text.numbered].map((candidate) => candidate.id);
  return { missing: `‘${slug}’에 ‘${id}’라는 절·그림·표·예제가 없다`, near };
}
