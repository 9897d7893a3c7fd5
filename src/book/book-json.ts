/** The book for machines: `/book.json`. Syllabi, LMS files and offline copies rely on it; fields are added, never removed or renamed. */
import { CHARACTERS_PER_MINUTE } from './text.ts';
import { type Book, isWritten } from './types.ts';

export interface BookJson {
  /** Version of this format; rises only when a field changes its meaning. */
  format: 1;
  title: string;
  subtitle: string;
  titleEn: string;
  description: string;
  edition: string;
  language: 'ko';
  licence: { text: 'CC-BY-4.0'; code: 'MIT' };
  /** How reading times were reckoned: characters without white space in a minute. */
  charactersPerMinute: number;
  parts: PartJson[];
  glossary: TermJson[];
}

export interface PartJson {
  /** Stable; does not follow the order of parts. */
  id: string;
  /** 1 for the first part; null for an appendix. */
  number: number | null;
  title: string;
  titleEn: string;
  chapters: ChapterJson[];
}

export interface ChapterJson {
  /** `topic/chapter`, permanent. */
  slug: string;
  /** Counts every planned chapter, so that it does not change when another is written. */
  number: number;
  title: string;
  titleEn: string;
  /** Slugs of the chapters to read first. */
  requires: string[];
  /** `planned` chapters have no address and none of the fields below. */
  state: 'written' | 'planned';
  address?: string;
  description?: string;
  objectives?: string[];
  /** Whole minutes. */
  minutes?: number;
  sections?: SectionJson[];
  /** Ids of the terms that the chapter uses, in the order of first use by section. */
  terms?: string[];
  figures?: NumberedJson[];
  tables?: NumberedJson[];
  listings?: NumberedJson[];
}

export interface SectionJson {
  id: string;
  /** `20.1`, or null for sections without a number. */
  number: string | null;
  /** 2, 3 or 4. */
  depth: number;
  title: string;
  address: string;
}

export interface NumberedJson {
  id: string;
  /** `20-1`. */
  number: string;
  title: string;
  address: string;
}

export interface TermJson {
  id: string;
  ko: string;
  en: string;
  aliases: string[];
  variants: string[];
  definition: { ko: string; en: string };
  source: string;
  /** Slug of the chapter that explains it, written or planned. */
  chapter: string;
  address: string;
}

/** @param absolute address within the site → published address */
export function bookJson(book: Book, absolute: (address: string) => string): BookJson {
  const parts = book.parts.map(({ id, number, title, titleEn, chapters }) => ({
    id,
    number: number ?? null,
    title,
    titleEn,
    chapters: chapters.map((chapter): ChapterJson => {
      const { slug, number, title, titleEn, requires } = chapter;
      if (!isWritten(chapter)) return { slug, number, title, titleEn, requires, state: 'planned' };
      const { text } = chapter;
      const at = (fragment: string) => absolute(`/${slug}/#${fragment}`);
      const things = (kind: string) =>
        text.numbered
          .filter((thing) => thing.kind === kind)
          .map((thing) => ({ id: thing.id, number: thing.number, title: thing.title, address: at(thing.id) }));
      return {
        slug,
        number,
        title,
        titleEn,
        requires,
        state: 'written',
        address: absolute(`/${slug}/`),
        description: text.frontmatter.description,
        objectives: text.frontmatter.objectives,
        minutes: text.minutes,
        sections: text.sections.map((section) => ({
          id: section.id,
          number: section.number ?? null,
          depth: section.depth,
          title: section.title,
          address: at(section.id),
        })),
        terms: [...new Set([text.opening, ...text.sections].flatMap(({ terms, uses }) => [...terms, ...uses]))],
        figures: things('figure'),
        tables: things('table'),
        listings: things('listing'),
      };
    }),
  }));
  const glossary = book.terms.map(({ id, ko, en, aliases, variants, definition, source, chapter }) => ({
    id,
    ko,
    en,
    aliases,
    variants,
    definition,
    source,
    chapter,
    address: absolute(`/glossary/${id}/`),
  }));
  const { title, subtitle, titleEn, description, edition } = book;
  return {
    format: 1,
    title,
    subtitle,
    titleEn,
    description,
    edition,
    language: 'ko',
    licence: { text: 'CC-BY-4.0', code: 'MIT' },
    charactersPerMinute: CHARACTERS_PER_MINUTE,
    parts,
    glossary,
  };
}
