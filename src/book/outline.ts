/** book.yaml → parts and chapters with their numbers; prerequisites checked for existence and cycles. */
import type { Problem } from './problem.ts';
import { type Outline, outlineSchema } from './schema.ts';
import type { Chapter, Part } from './types.ts';
import { parseYaml } from './yaml-source.ts';

export interface LoadedOutline {
  outline: Outline;
  parts: Part[];
  chapters: Chapter[];
  problems: Problem[];
}

export function loadOutline(text: string, file: string): LoadedOutline {
  const { value, problems, lineOf } = parseYaml(text, outlineSchema, file);
  if (!value) {
    const outline = { title: '', subtitle: '', titleEn: '', description: '', edition: '', parts: [], redirects: {} };
    return { outline, parts: [], chapters: [], problems };
  }
  const chapters: Chapter[] = [];
  const lines = new Map<Chapter, number | undefined>();
  let partNumber = 0;
  const parts = value.parts.map((source, p): Part => {
    const number = source.appendix ? undefined : ++partNumber;
    const part: Part = { id: source.id, number, title: source.title, titleEn: source.titleEn, chapters: [] };
    part.chapters = source.chapters.map((entry, c): Chapter => {
      const chapter: Chapter = { ...entry, number: chapters.length + 1, part, text: undefined };
      chapters.push(chapter);
      lines.set(chapter, lineOf(['parts', p, 'chapters', c, 'slug']));
      return chapter;
    });
    return part;
  });
  const bySlug = new Map<string, Chapter>();
  for (const chapter of chapters) {
    const line = lines.get(chapter);
    if (bySlug.has(chapter.slug)) {
      problems.push({ file, line, message: `장 주소 ${chapter.slug}가 두 번 나온다`, remedy: '하나를 지우거나 다른 주소를 준다.' });
    }
    bySlug.set(chapter.slug, chapter);
  }
  for (const chapter of chapters) {
    for (const slug of chapter.requires) {
      if (bySlug.has(slug)) continue;
      const message = `${chapter.slug}의 선수 장 ${slug}가 책에 없다`;
      problems.push({ file, line: lines.get(chapter), message, remedy: 'requires의 철자를 확인하거나 그 장을 차례에 넣는다.' });
    }
  }
  for (const cycle of findCycles(chapters, bySlug)) {
    const [first] = cycle;
    const message = `선수 관계가 돈다: ${cycle.map(({ slug }) => slug).join(' → ')} → ${first?.slug}`;
    problems.push({ file, line: first && lines.get(first), message, remedy: '가운데 한 장의 requires에서 고리를 끊는다.' });
  }
  return { outline: value, parts, chapters, problems };
}

/** Every cycle of the prerequisite graph that a depth-first search meets, each reported once. */
function findCycles(chapters: readonly Chapter[], bySlug: ReadonlyMap<string, Chapter>): Chapter[][] {
  const cycles: Chapter[][] = [];
  const state = new Map<Chapter, 'open' | 'done'>();
  const path: Chapter[] = [];
  const visit = (chapter: Chapter): void => {
    if (state.get(chapter) === 'done') return;
    if (state.get(chapter) === 'open') {
      cycles.push(path.slice(path.indexOf(chapter)));
      return;
    }
    state.set(chapter, 'open');
    path.push(chapter);
    for (const slug of chapter.requires) {
      const next = bySlug.get(slug);
      if (next) visit(next);
    }
    path.pop();
    state.set(chapter, 'done');
  };
  for (const chapter of chapters) visit(chapter);
  return cycles;
}
