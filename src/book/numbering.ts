/** Numbers of sections, figures, tables and listings: `20.1`, `20-1`. */
import { CLOSING_SECTIONS } from './chapter-source.ts';
import type { Numbered, Section } from './types.ts';

/** Second-level sections are numbered in order; the closing ones and deeper levels are not. */
export function numberSections(chapter: number, sections: readonly Section[]): Section[] {
  let count = 0;
  return sections.map((section) => {
    const numbered = section.depth === 2 && !(section.id in CLOSING_SECTIONS);
    return { ...section, number: numbered ? `${chapter}.${++count}` : undefined };
  });
}

/** Figures, tables and listings are counted apart, each from 1 in every chapter. */
export function numberThings(chapter: number, things: readonly Omit<Numbered, 'number'>[]): Numbered[] {
  const counts = { figure: 0, table: 0, listing: 0 };
  return things.map((thing) => ({ ...thing, number: `${chapter}-${++counts[thing.kind]}` }));
}
