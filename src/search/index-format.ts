/**
 * What the build writes for the search and the browser reads. Three kinds of file, under `/search/`:
 * `names.json` (terms and chapters: enough to answer first), `sections.json` (what is within the written chapters;
 * grows with them) and `terms-<topic>.json` (definitions of the terms that chapters of that topic explain, loaded when one is shown).
 */
import { keyOf, type Squeezed, squeeze } from './fold.ts';
import { letters, pack, unpack } from './hangul.ts';

/** Fields of a row. */
const BAR = '|';
const ROWS = '\n';

/** Rows of fields parted by bars, Hangul packed (see `pack`): half of what the browser fetches before it answers is this text. */
export interface NamesFile {
  /** Slug, title, number of the part (empty for an appendix), 1 when written; the first row is chapter 1. */
  chapters: string;
  /** Index of the chapter, id (empty when it is the English name with hyphens; `=` when it is the first other form), Korean, English (empty when the same), keys of all other forms. */
  terms: string;
}

export interface SectionsFile {
  /** Index of the chapter → English title. That of a planned chapter is not looked for: the glossary crosses languages too. */
  english: Record<string, string>;
  /** Index of the chapter → rows: id, title, 1 when it has a number (they are counted), indices of the terms explained there. */
  sections: Record<string, string>;
  /** Index of the chapter → rows of figures, tables, listings, each kind in order: id, title, kind (f, t, l). */
  things: Record<string, string>;
}

/** Rows of fields → one text. A bar or a backquote within a field is shown as a space. */
export const packRows = (rows: readonly (readonly (string | number)[])[]): string =>
  pack(rows.map((row) => row.map((field) => String(field).replace(/[|`\n\u2060]/g, (mark) => (mark === '\u2060' ? '' : ' '))).join(BAR)).join(ROWS));
const rowsOf = (text: string): string[][] =>
  unpack(text)
    .split(ROWS)
    .map((row) => row.split(BAR));

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
export const idOf = (english: string): string =>
  english
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Topic of a chapter: what its definitions' file is named by. */
export const topicOf = (slug: string): string => slug.split('/')[0] ?? slug;

const KINDS: Record<string, string> = { f: '그림', t: '표', l: '예제' };

/** Files → what is searched. */
export function readIndex(names: NamesFile, inside: SectionsFile): SearchIndex {
  const chapters = rowsOf(names.chapters).map(([slug = '', title = '', part, written], index): ChapterEntry => {
    const titleEn = inside.english[index] ?? '';
    return {
      number: index + 1,
      slug,
      title,
      titleEn,
      part: part ? `제${part}부` : '부록',
      written: written === '1',
      squeezed: [squeeze(title), squeeze(titleEn)],
      sections: [],
      things: [],
    };
  });
  const terms = rowsOf(names.terms).flatMap(([chapterIndex, id, ko = '', english, ...forms]): TermEntry[] => {
    const chapter = chapters[Number(chapterIndex)];
    const en = english || ko;
    if (!chapter) return [];
    const form = (key: string, rank: 0 | 1): TermForm => ({ key, letters: letters(key), rank });
    return [
      {
        id: id === '=' ? (forms[0] ?? '') : id || idOf(en),
        ko,
        en,
        chapter,
        forms: [form(keyOf(ko), 0), form(keyOf(en), 0), ...forms.map((key) => form(key, 1))],
      },
    ];
  });
  chapters.forEach((chapter, index) => {
    const place = (id: string, title: string, before: string, explained: readonly string[] = []): Place => ({
      id,
      title: before + title,
      squeezed: squeeze(title),
      terms: explained.flatMap((term) => terms[Number(term)] ?? []),
    });
    const rows = (file: Record<string, string>) => (file[index] ? rowsOf(file[index]) : []);
    const counts: Record<string, number> = {};
    const next = (kind: string) => {
      counts[kind] = (counts[kind] ?? 0) + 1;
      return counts[kind];
    };
    chapter.sections = rows(inside.sections).map(([id = '', title = '', numbered, ...explained]) =>
      place(id, title, numbered ? `${chapter.number}.${next('')} ` : '', explained),
    );
    chapter.things = rows(inside.things).map(([id = '', title = '', kind = '']) => place(id, title, `${KINDS[kind]} ${chapter.number}-${next(kind)} `));
  });
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
