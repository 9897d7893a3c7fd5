/** Which terms of the glossary a piece of prose uses, by their Korean form. */
import type { Term } from './schema.ts';

/** Terms of one syllable would be found inside other words. */
const SHORTEST = 2;

/**
 * The longest term at a place counts, not the ones inside it: ‘PID 네임스페이스’ is not a use of ‘네임스페이스’.
 * A term starts where a word starts; particles may follow it.
 */
export function termMatcher(terms: readonly Term[]): (text: string) => Set<string> {
  const byForm = new Map(terms.filter(({ ko }) => ko.length >= SHORTEST).map(({ ko, id }) => [ko, id]));
  const forms = [...byForm.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + (/\w$/.test(form) ? '(?!\\w)' : ''));
  if (forms.length === 0) return () => new Set();
  const pattern = new RegExp(`(?<![\\w가-힣])(?:${forms.join('|')})`, 'gu');
  return (text) => new Set([...text.matchAll(pattern)].flatMap(([form]) => byForm.get(form) ?? []));
}
