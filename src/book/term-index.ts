/** Term → every place that uses it. */
import { type Book, isWritten, type Section, type TermUse } from './types.ts';

/** In the order of the book. What stands before the first heading belongs to the chapter itself. */
export function termUses(book: Book): Map<string, TermUse[]> {
  const uses = new Map<string, TermUse[]>(book.terms.map(({ id }) => [id, []]));
  for (const chapter of book.chapters.filter(isWritten)) {
    const { opening, sections } = chapter.text;
    const add = ({ terms, uses: used }: Pick<Section, 'terms' | 'uses'>, section: Section | undefined) => {
      for (const id of new Set([...terms, ...used])) uses.get(id)?.push({ chapter, section, explained: terms.includes(id) });
    };
    add(opening, undefined);
    for (const section of sections) add(section, section);
  }
  return uses;
}
