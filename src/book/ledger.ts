/**
 * Permanence: every address and `address#id` ever published, one a line, in `published-addresses.txt`.
 * Addresses are without the base path. A line is never removed; what it names must resolve for ever.
 */
import { type Book, isWritten } from './types.ts';

export const LEDGER = 'published-addresses.txt';

/** Pages of the frame that syllabi may link, and their sections. */
const FRAME = ['/', '/contents/', '/glossary/', '/references/', '/search/', '/about/', '/teach/', '/book.json'];
const FRAME_SECTIONS = {
  '/about/': ['book', 'licence', 'cite', 'accessibility', 'privacy', 'colophon', 'addresses'],
  '/teach/': ['today', 'plan', 'left-out', 'link', 'book-json', 'print', 'addresses', 'licence'],
};

/** Everything that this state of the book publishes, sorted. */
export function publishedAddresses(book: Book): string[] {
  const chapters = book.chapters
    .filter(isWritten)
    .flatMap(({ slug, text }) => [
      `/${slug}/`,
      ...text.sections.map(({ id }) => `/${slug}/#${id}`),
      ...text.numbered.map(({ id }) => `/${slug}/#${id}`),
      ...Object.keys(text.frontmatter.aliases).map((id) => `/${slug}/#${id}`),
    ]);
  const parts = book.parts.map(({ id }) => `/contents/#part-${id}`);
  const sections = Object.entries(FRAME_SECTIONS).flatMap(([page, ids]) => ids.map((id) => `${page}#${id}`));
  return [...FRAME, ...sections, ...parts, ...chapters, ...book.terms.map(({ id }) => `/glossary/${id}/`)].sort();
}

export const readLedger = (text: string): string[] => text.split('\n').filter((line) => line && !line.startsWith('#'));

export interface BrokenPromise {
  address: string;
  /** Why it does not resolve, in Korean. */
  reason: string;
}

/**
 * @param ids address of each built page → the ids in it; files that are not pages have none
 * @param redirects old address → present address
 */
export function brokenPromises(
  ledger: readonly string[],
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  redirects: Readonly<Record<string, string>>,
): BrokenPromise[] {
  return ledger.flatMap((address) => {
    const seen = new Set<string>();
    let [page = '', id] = address.split('#');
    for (let target = redirects[page]; target !== undefined; target = redirects[page]) {
      if (seen.has(page)) return [{ address, reason: `넘겨주기가 돈다: ${[...seen].join(' → ')}` }];
      seen.add(page);
      const [next = '', nextId] = target.split('#');
      page = next;
      id = nextId ?? id;
    }
    const found = ids.get(page);
    if (!found) return [{ address, reason: `쪽 ${page}가 없다` }];
    return id && !found.has(id) ? [{ address, reason: `쪽 ${page}에 id ‘${id}’가 없다` }] : [];
  });
}
