/** Book → the files of the local index. Their shape and use: `index-format.ts`. */
import { type Book, isWritten } from '../book/types.ts';
import { keyOf } from './fold.ts';
import { type DefinitionsFile, idOf, type NamesFile, type SectionsFile, topicOf } from './index-format.ts';

export interface SearchFiles {
  names: NamesFile;
  sections: SectionsFile;
  /** Topic → definitions. */
  definitions: Record<string, DefinitionsFile>;
}

export function searchFiles(book: Book): SearchFiles {
  const chapterIndex = new Map(book.chapters.map(({ slug }, index) => [slug, index]));
  const termIndex = new Map(book.terms.map(({ id }, index) => [id, index]));

  const names: NamesFile = {
    parts: book.parts.map(({ id, number, title }) => [id, number ?? 0, title]),
    chapters: book.chapters.map((chapter) => [chapter.slug, chapter.title, chapter.titleEn, book.parts.indexOf(chapter.part), isWritten(chapter) ? 1 : 0]),
    terms: book.terms.map(({ id, ko, en, chapter, aliases, variants, avoid }) => {
      const known = [keyOf(ko), keyOf(en), ''];
      const others = [...new Set([...aliases, ...variants, ...avoid].map(keyOf))].filter((key) => !known.includes(key));
      return [chapterIndex.get(chapter) ?? 0, idOf(en) === id ? 0 : id, ko, en, ...others];
    }),
  };

  const sections: SectionsFile = {
    chapters: book.chapters.filter(isWritten).map((chapter) => ({
      c: chapterIndex.get(chapter.slug) ?? 0,
      s: chapter.text.sections.map(({ id, title, number, terms }) => [id, plain(title), Number(number?.split('.')[1] ?? 0), ...terms.flatMap((term) => termIndex.get(term) ?? [])]),
      n: chapter.text.numbered.map(({ id, title, kind, number }) => [id, plain(title).replace(/\.$/, ''), kind[0] + (number.split('-')[1] ?? '')]),
    })),
  };

  const definitions: Record<string, DefinitionsFile> = {};
  for (const { id, chapter, definition } of book.terms) (definitions[topicOf(chapter)] ??= {})[id] = plain(definition.ko);
  return { names, sections, definitions };
}

const plain = (text: string) => text.replaceAll('\u2060', '');
