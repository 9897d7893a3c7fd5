/** The book as the rest of the program sees it. Everything here is plain data. */
import type { Frontmatter, Reference, Term } from './schema.ts';

export type { Frontmatter, Layer, Reference, Term } from './schema.ts';

/** A numbered thing that a cross-reference can point at. */
export interface Numbered {
  id: string;
  kind: 'figure' | 'table' | 'listing';
  /** `20-1`: chapter and running number within the kind. */
  number: string;
  title: string;
  line: number;
}

export interface Section {
  id: string;
  /** 2–4, as in the heading. */
  depth: number;
  /** Plain text of the heading. */
  title: string;
  /** `20.1` for second-level sections of the body; none for deeper ones and for the closing sections. */
  number: string | undefined;
  /** Glossary ids first marked within this section: their definitions stand here. */
  terms: string[];
  /** Glossary ids whose words occur in this section, marked or not. */
  uses: string[];
  line: number;
}

export interface Question {
  /** Objective that it measures, 1-based. */
  goal: number;
  line: number;
}

/** A chapter that has its text. */
export interface Chapter {
  slug: string;
  /** Position among all planned chapters, so that it never moves when another is written. */
  number: number;
  part: Part;
  title: string;
  titleEn: string;
  requires: string[];
  /** Undefined while the chapter is planned. */
  text: ChapterText | undefined;
}

export interface ChapterText {
  /** Path from the repository root. */
  file: string;
  frontmatter: Frontmatter;
  /** Whole minutes, at least 1. */
  minutes: number;
  /** Characters of prose without white space. */
  characters: number;
  /** What stands before the first heading. */
  opening: Pick<Section, 'terms' | 'uses'>;
  sections: Section[];
  numbered: Numbered[];
  questions: Question[];
  /** Glossary ids in the order of first mark. */
  terms: string[];
  /** Bibliography ids in the order of first citation: position + 1 is the number shown. */
  citations: string[];
  /** How often each citation is called, for the back-links. */
  citationCalls: Record<string, number>;
}

export interface Part {
  id: string;
  /** Undefined for an appendix. */
  number: number | undefined;
  title: string;
  titleEn: string;
  chapters: Chapter[];
}

/** Where a term is used. */
export interface TermUse {
  chapter: Chapter;
  section: Section | undefined;
  /** Its definition stands there. */
  explained: boolean;
}

export interface Book {
  title: string;
  subtitle: string;
  titleEn: string;
  description: string;
  edition: string;
  parts: Part[];
  /** All planned chapters in order. */
  chapters: Chapter[];
  terms: Term[];
  references: Reference[];
  redirects: Record<string, string>;
  /** The page that shows every component in every state; not part of the contents. */
  specimen: Chapter | undefined;
}

/** A chapter whose text is there. */
export type WrittenChapter = Chapter & { text: ChapterText };

export const isWritten = (chapter: Chapter): chapter is WrittenChapter => chapter.text !== undefined;
