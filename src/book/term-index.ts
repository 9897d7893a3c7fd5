/** Term → every place that marks it. */
import { type Book, isWritten, type TermUse } from './types.ts';

/** In the order of the book. A term marked before the first heading belongs to the chapter itself. */
export function termUses(book: Book): Map<string, TermUse[]> {
  const uses = new Map<string, TermUse[]>(book.terms.map(({ id }) => [id, []]));
  for (const chapter of book.chapters.filter(isWritten)) {
    const inSections = new Set(chapter.text.sections.flatMap(({ terms }) => terms));
    for (const id of chapter.text.terms) if (!inSections.has(id)) uses.get(id)?.push({ chapter, section: undefined });
    for (const section of chapter.text.sections) for (const id of section.terms) uses.get(id)?.push({ chapter, section });
  }
  return uses;
}
