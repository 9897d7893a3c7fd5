/**
 * Full text of the chapters by Pagefind, loaded with the first question. Its index is of re-spelt text (see
 * `jamo-text.ts`): questions go in re-spelt, excerpts are read back.
 */
import { chapterAddress } from './address.ts';
import { element, marked } from './element.client.ts';
import { fold, keyOf } from './fold.ts';
import type { SearchIndex } from './index-format.ts';
import { fromIndexText, toIndexText } from './jamo-text.ts';
import { base } from './load.client.ts';
import { chapterHeading, group, type Listed, result } from './results.client.ts';

/** What is used of Pagefind's own interface. */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(term: string): Promise<{ results: { id: string; data(): Promise<PagefindPage> }[] } | null>;
}
interface PagefindPage {
  url: string;
  content: string;
  sub_results: { url: string; title: string; plain_excerpt: string; weighted_locations: { balanced_score: number }[] }[];
}

export interface FullTextPlace {
  /** Empty before the first section. */
  id: string;
  title: string;
  excerpt: string;
}
export interface FullTextChapter {
  slug: string;
  /** Best first. */
  places: FullTextPlace[];
}

const MOST_CHAPTERS = 8;

let pagefind: Promise<Pagefind> | undefined;

function load(): Promise<Pagefind> {
  const address = `${base}pagefind/pagefind.js`;
  pagefind ??= (import(/* @vite-ignore */ address) as Promise<Pagefind>)
    .then(async (loaded) => {
      await loaded.options({ baseUrl: base, excerptLength: 24 });
      return loaded;
    })
    .catch((error: unknown) => {
      pagefind = undefined;
      throw error;
    });
  return pagefind;
}

/**
 * @param queries asked in order; later ones only add
 * @param enough chapters after which no further question is asked
 */
export async function searchFullText(queries: readonly string[], enough = 3): Promise<FullTextChapter[]> {
  const { search } = await load();
  const found = new Map<string, FullTextChapter>();
  for (const query of queries) {
    if (found.size >= enough) break;
    const answer = await search(toIndexText(fold(query)));
    const pages = await Promise.all((answer?.results ?? []).slice(0, MOST_CHAPTERS).map((result) => result.data()));
    for (const page of pages) {
      const chapter = readPage(page, query);
      if (chapter && !found.has(chapter.slug)) found.set(chapter.slug, chapter);
    }
  }
  return [...found.values()].slice(0, MOST_CHAPTERS);
}

/** A page that only holds something like the words (Pagefind falls back to the beginning of a word) is left out. */
function readPage({ url, content, sub_results }: PagefindPage, query: string): FullTextChapter | undefined {
  const text = keyOfLong(content);
  if (!query.split(' ').every((word) => text.includes(keyOf(word)))) return undefined;
  const slug = new URL(url, location.href).pathname.slice(base.length).replace(/\/$/, '');
  const score = (result: PagefindPage['sub_results'][number]) => result.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  const places = [...sub_results]
    .sort((a, b) => score(b) - score(a))
    .map((result) => ({
      id: decodeURIComponent(result.url.split('#')[1] ?? ''),
      title: fromIndexText(result.title),
      excerpt: decode(fromIndexText(result.plain_excerpt)).trim(),
    }));
  return { slug, places };
}

/** As `keyOf`, for a whole chapter. */
const keyOfLong = (text: string) =>
  fromIndexText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };
const decode = (text: string) => text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

const MOST_PLACES = 3;

/** List items for the places that are not listed yet, under a heading of their own. */
export function fullTextItems(found: readonly FullTextChapter[], index: SearchIndex, marks: readonly string[], listed: Listed): HTMLLIElement[] {
  const items = found.flatMap(({ slug, places }) => {
    const chapter = index.chapters.find((entry) => entry.slug === slug);
    const fresh = places.filter(({ id }) => !listed.addresses.has(chapterAddress(base, slug, id))).slice(0, MOST_PLACES);
    if (!chapter || fresh.length === 0) return [];
    listed.chapters.add(slug);
    const links = fresh.map(({ id, title, excerpt }) => {
      listed.places += 1;
      const known = id ? chapter.sections.find((section) => section.id === id)?.title : '여는 글';
      return result(chapterAddress(base, slug, id), [element('b', {}, ...marked(known ?? title, marks))], marked(excerpt, marks), listed);
    });
    return group(chapterHeading(chapter, marks), links);
  });
  return items.length > 0 ? [element('li', { class: 'hits-text' }, element('h2', {}, '본문에서')), ...items] : [];
}
