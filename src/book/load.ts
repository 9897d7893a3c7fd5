/** Everything authors wrote, read from disk and checked as one whole → Book. The only module here that touches files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBibliography } from './bibliography.ts';
import { type ChapterSource, scanChapter } from './chapter-source.ts';
import { resolveReference } from './cross-reference.ts';
import { loadGlossary, type SourceFile } from './glossary.ts';
import { numberSections, numberThings } from './numbering.ts';
import { loadOutline } from './outline.ts';
import { AuthorError, type Problem } from './problem.ts';
import { termMatcher } from './term-use.ts';
import { countCharacters, readingMinutes } from './text.ts';
import type { Book, Chapter } from './types.ts';
import { forbiddenForms } from './word-forms.ts';

export interface LoadedBook {
  book: Book;
  problems: Problem[];
}

const CONTENT = 'src/content';
export const DOCS = `${CONTENT}/docs`;

/** @param root the repository, or a fixture laid out like it */
export function loadBook(root: string): LoadedBook {
  const read = (file: string): SourceFile => ({ file, text: readFileSync(join(root, file), 'utf8') });
  const list = (folder: string, ending: string) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith(ending))
          .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
          .sort()
      : [];

  const outlineFile = `${CONTENT}/book.yaml`;
  const { outline, parts, chapters, problems } = loadOutline(read(outlineFile).text, outlineFile);
  const { title, subtitle, titleEn, description, edition, redirects } = outline;
  const frame = { title, subtitle, titleEn, description, edition, redirects, parts, chapters };
  if (chapters.length === 0) return { book: { ...frame, terms: [], references: [], specimen: undefined }, problems }; // all else would seem wrong
  const bySlug = new Map(chapters.map((chapter) => [chapter.slug, chapter]));
  const glossary = loadGlossary(list(`${CONTENT}/glossary`, '.yaml').map(read), new Set(bySlug.keys()));
  const bibliography = loadBibliography(list(`${CONTENT}/references`, '.json').map(read));
  problems.push(...glossary.problems, ...bibliography.problems);

  const usedIn = termMatcher(glossary.terms);
  const sources = new Map<Chapter, ChapterSource>();
  /** Chapters whose text is there but broken: that others name their sections is no mistake. */
  const unread = new Set<string>();
  const scan = (file: string, chapter: Chapter) => {
    const scanned = scanChapter(read(file));
    problems.push(...scanned.problems);
    if (!scanned.source) {
      unread.add(chapter.slug);
      return;
    }
    sources.set(chapter, scanned.source);
    chapter.text = chapterText(file, chapter, scanned.source, usedIn);
  };
  for (const file of list(DOCS, '.mdx')) {
    const slug = file.slice(DOCS.length + 1, -'.mdx'.length);
    const chapter = bySlug.get(slug);
    if (chapter) scan(file, chapter);
    else problems.push({ file, message: `장 ‘${slug}’가 차례에 없다`, remedy: `${outlineFile}에 넣거나 파일 이름을 차례의 주소에 맞춘다.` });
  }
  const specimenFile = `${CONTENT}/specimen.mdx`;
  let specimen: Chapter | undefined;
  if (existsSync(join(root, specimenFile)) && parts[0]) {
    specimen = { slug: 'specimen', number: 0, part: parts[0], title: '부품 견본', titleEn: 'Specimen of components', requires: [], text: undefined };
    bySlug.set(specimen.slug, specimen);
    scan(specimenFile, specimen);
  }

  const termIds = new Set(glossary.terms.map(({ id }) => id));
  const referenceIds = new Set(bibliography.references.map(({ id }) => id));
  for (const [chapter, source] of sources) {
    const file = chapter.text?.file ?? '';
    for (const { id, line } of source.terms) {
      if (termIds.has(id) || !glossary.complete) continue;
      problems.push({
        file,
        line,
        message: `용어집에 ‘${id}’가 없다${nearest(id, termIds)}`,
        remedy: `철자를 고치거나 ${CONTENT}/glossary/에 그 용어를 더한다.`,
      });
    }
    for (const { id, line } of source.citations) {
      if (referenceIds.has(id) || !bibliography.complete) continue;
      problems.push({
        file,
        line,
        message: `참고 문헌에 ‘${id}’가 없다${nearest(id, referenceIds)}`,
        remedy: `철자를 고치거나 ${CONTENT}/references/에 그 문헌을 더한다.`,
      });
    }
    for (const { id, line } of source.references) {
      const found = resolveReference(id, chapter.slug, bySlug);
      if (!('missing' in found) || unread.has(id.split('#')[0] ?? '')) continue;
      const near = found.near.length > 0 ? `쓸 수 있는 것: ${found.near.join(', ')}.` : '쓰인 장의 절을 가리키거나 장 전체를 가리킨다.';
      problems.push({ file, line, message: `상호 참조 ‘${id}’: ${found.missing}`, remedy: near });
    }
    for (const { text, line } of source.prose) {
      for (const { form, term } of forbiddenForms(text, glossary.terms)) {
        problems.push({ file, line, message: `‘${form}’는 본문에서 피할 형태다`, remedy: `‘${term.ko}’로 쓴다. 남의 말을 옮길 때는 따옴표로 감싼다.` });
      }
    }
  }

  return { book: { ...frame, terms: glossary.terms, references: bibliography.references, specimen }, problems };
}

/** The opening and the sections with the terms that each uses. */
function places(chapter: Chapter, source: ChapterSource, usedIn: (text: string) => Set<string>) {
  const sections = numberSections(chapter.number, source.sections);
  const inSections = new Set(sections.flatMap(({ terms }) => terms));
  const opening = { terms: source.terms.map(({ id }) => id).filter((id) => !inSections.has(id)), uses: [] as string[] };
  for (const { text, line } of source.prose) {
    const place = sections.findLast((section) => section.line <= line) ?? opening;
    for (const id of usedIn(text)) if (!place.uses.includes(id)) place.uses.push(id);
  }
  return { opening, sections };
}

function chapterText(file: string, chapter: Chapter, source: ChapterSource, usedIn: (text: string) => Set<string>) {
  const characters = countCharacters(source.prose.map(({ text }) => text).join(''));
  const citations = [...new Set(source.citations.map(({ id }) => id))];
  const calls = (id: string) => source.citations.filter((mention) => mention.id === id).length;
  return {
    file,
    frontmatter: source.frontmatter,
    characters,
    minutes: readingMinutes(characters),
    ...places(chapter, source, usedIn),
    numbered: numberThings(chapter.number, source.numbered),
    questions: source.questions,
    terms: source.terms.map(({ id }) => id),
    citations,
    citationCalls: Object.fromEntries(citations.map((id) => [id, calls(id)])),
  };
}

/** “(혹시 …?)” for the known id most like a misspelt one. */
function nearest(id: string, known: ReadonlySet<string>): string {
  const score = (candidate: string) => {
    const pairs = (word: string) => new Set([...word].slice(1).map((character, index) => word[index] + character));
    const [a, b] = [pairs(id), pairs(candidate)];
    return (2 * [...a].filter((pair) => b.has(pair)).length) / Math.max(1, a.size + b.size);
  };
  const best = [...known].map((candidate) => ({ candidate, score: score(candidate) })).sort((a, b) => b.score - a.score)[0];
  return best && best.score > 0.4 ? `(혹시 ${best.candidate}?)` : '';
}

/** Like `loadBook`, but an author's mistake is thrown. */
export function loadValidBook(root: string): Book {
  const { book, problems } = loadBook(root);
  if (problems.length > 0) throw new AuthorError(problems);
  return book;
}
