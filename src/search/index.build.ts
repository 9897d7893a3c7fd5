/** Book → the files of the local index. Their shape and use: `index-format.ts`. */
import { CLOSING_SECTIONS } from '../book/chapter-source.ts';
import { type Book, isWritten, type Section } from '../book/types.ts';
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
    chapters: packRows(book.chapters.map((chapter) => [chapter.slug, chapter.title, chapter.part.number ?? '', isWritten(chapter) ? 1 : ''])),
    terms: packRows(
      book.terms.map(({ id, ko, en, chapter, aliases, variants, avoid }) => {
        const known = [keyOf(ko), keyOf(en), ''];
        const others = [...new Set([...aliases, ...variants, ...avoid].map(keyOf))].filter((key) => !known.includes(key));
        // `KVM` (kernel-based virtual machine): its id is one of the other forms; that one goes first.
        const named = others.includes(id);
        const forms = [...(named ? [id] : []), ...others.filter((key) => key !== id).sort()];
        return [chapterIndex.get(chapter) ?? 0, idOf(en) === id ? '' : named ? '=' : id, ko, en === ko ? '' : en, ...forms];
      }),
    ),
  };

  const inside: SectionsFile = { english: {}, sections: {}, things: {} };
  book.chapters.forEach(({ text, titleEn }, index) => {
    if (!text) return;
    inside.english[index] = titleEn;
    const explained = (ids: readonly string[]) => ids.flatMap((id) => termIndex.get(id) ?? []);
    inside.sections[index] = packRows(
      text.sections.filter(worthFinding).map(({ id, title, number, terms }) => [id, title, number ? 1 : '', ...explained(terms)]),
    );
    if (text.numbered.length > 0) inside.things[index] = packRows(text.numbered.map(({ id, title, kind }) => [id, title.replace(/\.$/, ''), kind.charAt(0)]));
  });

  const definitions: Record<string, DefinitionsFile> = {};
  for (const { id, chapter, definition } of book.terms) {
    const topic = topicOf(chapter);
    definitions[topic] = { ...definitions[topic], [id]: plain(definition.ko) };
  }
  return { names, sections: inside, definitions };
}

/** The closing sections are called the same in every chapter: nobody looks for them. */
const worthFinding = ({ id, terms }: Section) => !(id in CLOSING_SECTIONS) || terms.length > 0;

const plain = (text: string) => text.replaceAll('\u2060', '');
