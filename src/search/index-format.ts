/**
 * What the build writes for the search and the browser reads. Three kinds of file, under `/search/`:
 * `names.json` (terms and chapters: enough to answer first), `sections.json` (what is within the written chapters;
 * grows with them) and `terms-<topic>.json` (definitions of the terms that chapters of that topic explain, loaded when one is shown).
 */
import { keyOf, squeeze, type Squeezed } from './fold.ts';
import { letters } from './hangul.ts';

export interface NamesFile {
  /** id, number (0 for an appendix), title. */
  parts: [string, number, string][];
  /** slug, title, English title, index of the part, 1 when written; in order: the first is chapter 1. */
  chapters: [string, string, string, number, 0 | 1][];
  /** index of the chapter, id (0 when it is the English name with hyphens), Korean, English, keys of all other forms. */
  terms: [number, string | 0, string, string, ...string[]][];
}

export interface SectionsFile {
  chapters: {
    /** Index of the chapter. */
    c: number;
    /** id, title, number within the chapter (0 for none), indices of the terms explained there. */
    s: [string, string, number, ...number[]][];
    /** id, title, kind (f, t, l) and number of figures, tables, listings. */
    n: [string, string, string][];
  }[];
}

/** id → Korean definition. */
export type DefinitionsFile = Record<string, string>;

export interface TermForm {
  key: string;
  /** The key as a row of Hangul letters. */
  letters: string;
  /** 0: the Korean or English term itself; 1: another form. */
  rank: 0 | 1;
}

export interface TermEntry {
  id: string;
  ko: string;
  en: string;
  chapter: ChapterEntry;
  forms: TermForm[];
}

export interface Place {
  /** Empty for the opening of the chapter. */
  id: string;
  /** With its number: `20.1 …`, `그림 20-1 …`. */
  title: string;
  squeezed: Squeezed;
  terms: readonly TermEntry[];
}

export interface ChapterEntry {
  number: number;
  slug: string;
  title: string;
  titleEn: string;
  /** `제5부`, `부록`. */
  part: string;
  partId: string;
  written: boolean;
  squeezed: [Squeezed, Squeezed];
  sections: Place[];
  /** Figures, tables, listings. */
  things: Place[];
}

export interface SearchIndex {
  terms: TermEntry[];
  chapters: ChapterEntry[];
  /** Key → the terms that have it as a form, those whose own name it is first. */
  byKey: ReadonlyMap<string, readonly TermEntry[]>;
}

/** `virtual machine` → `virtual-machine`, as most ids are. */
export const idOf = (english: string): string => english.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** Topic of a chapter: what its definitions' file is named by. */
export const topicOf = (slug: string): string => slug.split('/')[0] ?? slug;

const KINDS: Record<string, string> = { f: '그림', t: '표', l: '예제' };

/** Files → what is searched. */
export function readIndex(names: NamesFile, sections: SectionsFile): SearchIndex {
  const chapters = names.chapters.map(([slug, title, titleEn, partIndex, written], index): ChapterEntry => {
    const [partId = '', partNumber = 0] = names.parts[partIndex] ?? [];
    return { number: index + 1, slug, title, titleEn, part: partNumber ? `제${partNumber}부` : '부록', partId, written: written === 1, squeezed: [squeeze(title), squeeze(titleEn)], sections: [], things: [] };
  });
  const terms = names.terms.flatMap(([chapterIndex, id, ko, en, ...forms]): TermEntry[] => {
    const chapter = chapters[chapterIndex];
    if (!chapter) return [];
    const form = (key: string, rank: 0 | 1): TermForm => ({ key, letters: letters(key), rank });
    return [{ id: id || idOf(en), ko, en, chapter, forms: [form(keyOf(ko), 0), form(keyOf(en), 0), ...forms.map((key) => form(key, 1))] }];
  });
  for (const { c, s, n } of sections.chapters) {
    const chapter = chapters[c];
    if (!chapter) continue;
    chapter.sections = s.map(([id, title, number, ...explained]) => ({
      id,
      title: number ? `${chapter.number}.${number} ${title}` : title,
      squeezed: squeeze(title),
      terms: explained.flatMap((index) => terms[index] ?? []),
    }));
    chapter.things = n.map(([id, title, kind]) => ({ id, title: `${KINDS[kind[0] ?? ''] ?? ''} ${chapter.number}-${kind.slice(1)} ${title}`, squeezed: squeeze(title), terms: [] }));
  }
  const byKey = new Map<string, TermEntry[]>();
  for (const rank of [0, 1]) {
    for (const term of terms) {
      for (const form of term.forms) {
        if (form.rank !== rank || !form.key) continue;
        const known = byKey.get(form.key);
        if (!known) byKey.set(form.key, [term]);
        else if (!known.includes(term)) known.push(term);
      }
    }
  }
  return { terms, chapters, byKey };
}
