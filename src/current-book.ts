/**
 * The one book of this build, for plugins, components and pages. Read once in a build; while writing
 * (`astro dev`) read again when a file of src/content has changed.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FormattedReference, formatReferences } from './book/citation-format.ts';
import { resolveReference } from './book/cross-reference.ts';
import { loadBook } from './book/load.ts';
import type { Reference, Term } from './book/schema.ts';
import { termUses } from './book/term-index.ts';
import type { Book, Chapter, TermUse } from './book/types.ts';

export interface CurrentBook {
  book: Book;
  chapters: ReadonlyMap<string, Chapter>;
  terms: ReadonlyMap<string, Term>;
  uses: ReadonlyMap<string, TermUse[]>;
  references: ReadonlyMap<string, Reference>;
  formatted: ReadonlyMap<string, FormattedReference>;
  resolve: typeof resolveReference;
}

const root = process.cwd();
const watching = process.argv.includes('dev');
let cached: { stamp: number; current: CurrentBook } | undefined;

export function currentBook(): CurrentBook {
  const stamp = watching ? newestChange() : 0;
  if (cached?.stamp !== stamp) cached = { stamp, current: read() };
  return cached.current;
}

function read(): CurrentBook {
  const { book } = loadBook(root);
  const text = (file: string) => readFileSync(join(root, 'src/content/references', file), 'utf8');
  const chapters = new Map([...book.chapters, ...(book.specimen ? [book.specimen] : [])].map((chapter) => [chapter.slug, chapter]));
  return {
    book,
    chapters,
    terms: new Map(book.terms.map((term) => [term.id, term])),
    uses: termUses(book),
    references: new Map(book.references.map((reference) => [reference.id, reference])),
    formatted: formatReferences(book.references, text('book.csl'), text('locale-ko-KR.xml')),
    resolve: resolveReference,
  };
}

function newestChange(): number {
  const folder = join(root, 'src/content');
  const times = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(folder, file)).mtimeMs);
  return Math.max(...times) + times.length;
}
