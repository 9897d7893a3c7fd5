/** What every component of a chapter needs: which chapter it stands in. The page sets it before rendering. */

import { JOINER, keepTogether } from '../book/text.ts';
import type { WrittenChapter } from '../book/types.ts';
import { currentBook } from '../current-book.ts';

/** @param locals `Astro.locals`, on which the page has put the chapter */
export function chapterOf(locals: object): WrittenChapter {
  const { chapter } = locals as { chapter?: WrittenChapter };
  if (!chapter) throw new Error('a component of the book stands outside a chapter: the page must set Astro.locals.chapter');
  return chapter;
}

/** Number shown for a source in this chapter, from 1 in the order of first citation. */
export const citationNumber = (chapter: WrittenChapter, id: string): number => chapter.text.citations.indexOf(id) + 1;

export const termOf = (id: string) => {
  const term = currentBook().terms.get(id);
  if (!term) throw new Error(`unknown term ${id}`); // checked with its line in src/book/load.ts before
  return term;
};

/** Words without Hangul are marked as English for screen readers and hyphenation. */
export const langOf = (words: string): 'en' | undefined => (/[가-힣]/.test(words) ? undefined : 'en');

/** Plain text with `code` in backticks → safe HTML, for titles and captions given as attributes. */
export function inlineCode(value: string): string {
  const escaped = keepTogether(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replace(/`([^`]+)`/g, '<code>$1</code>').replace(/<\/code>(?=[가-힣])/g, `</code>${JOINER}`);
}
