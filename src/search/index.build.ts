/** Book → the files of the local index. Their shape and use: `index-format.ts`. */
import { type Book, isWritten } from '../book/types.ts';
import { keyOf } from './fold.ts';
import { type DefinitionsFile, idOf, type NamesFile, packRows, type SectionsFile, topicOf } from './index-format.ts';

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
    parts: packRows(book.parts.map(({ id, number }) => [id, number ?? 0])),
    chapters: packRows(
      book.chapters.map((chapter) => [chapter.slug, chapter.title, chapter.titleEn, book.parts.indexOf(chapter.part), isWritten(chapter) ? 1 : 0]),
    ),
    terms: packRows(
      book.terms.map(({ id, ko, en, chapter, aliases, variants, avoid }) => {
        const known = [keyOf(ko), keyOf(en), ''];
        const others = [...new Set([...aliases, ...variants, ...avoid].map(keyOf))].filter((key) => !known.includes(key));
        return [chapterIndex.get(chapter) ?? 0, idOf(en) === id ? '' : id, ko, en, ...others];
      }),
    ),
  };

  const inside: SectionsFile = { sections: {}, things: {} };
  book.chapters.forEach(({ text }, index) => {
    if (!text) return;
    const explained = (ids: readonly string[]) => ids.flatMap((id) => termIndex.get(id) ?? []);
    inside.sections[index] = packRows(text.sections.map(({ id, title, number, terms }) => [id, title, number?.split('.')[1] ?? '', ...explained(terms)]));
    if (text.numbered.length > 0)
      inside.things[index] = packRows(
        text.numbered.map(({ id, title, kind, number }) => [id, title.replace(/\.$/, ''), kind.charAt(0) + (number.split('-')[1] ?? '')]),
      );
  });

  const definitions: Record<string, DefinitionsFile> = {};
  for (const { id, chapter, definition } of book.terms) {
    const topic = topicOf(chapter);
    definitions[topic] = { ...definitions[topic], [id]: plain(definition.ko) };
  }
  return { names, sections: inside, definitions };
}

const plain = (text: string) => text.replaceAll('\u2060', '');
