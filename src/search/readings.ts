/**
 * How a query may be read when the index knows nothing of it as it was typed: typed with the keyboard in the other
 * language, by its initial consonants, or with a slip of the fingers. Pure; loaded only then.
 */
import { distance, slipsAllowed } from './distance.ts';
import { keyOf } from './fold.ts';
import { type Composed, compose, initials, isInitials, isWhole, keysOf, letters, lettersOnKeys } from './hangul.ts';
import type { SearchIndex } from './index-format.ts';
import { type Answer, answer, asAsked, type Hit, MOST_TERMS, opening, segment } from './match.ts';
import { stems } from './particles.ts';

/** What the query was read as. */
export interface Repair {
  kind: 'layout' | 'slip';
  typed: string;
  read: string;
  /** Keys and the syllables on them, for Korean typed in English. */
  pieces: readonly Composed[] | undefined;
}

export interface Reading {
  /** None when nothing had to be put right: initial consonants are meant as such. */
  repair: Repair | undefined;
  answer: Answer;
  /** Only a guess: what was typed may still stand in the text, which is to be asked first. */
  uncertain: boolean;
}

/** @param typed a query for which `answer` has nothing */
export function readOtherwise(index: SearchIndex, typed: string): Reading | undefined {
  const query = asAsked(typed);
  const key = keyOf(query);
  if (!key) return undefined;
  const row = letters(key);
  if (isInitials(row)) return { repair: undefined, answer: byInitials(index, query, row), uncertain: false };
  const layout = otherLayout(query);
  const read = layout && answer(index, layout.read);
  if (layout && read && read.hits.length > 0) return { repair: layout, answer: read, uncertain: false };
  const slip = withoutSlips(index, query);
  if (slip) return { repair: slip, answer: answer(index, slip.read), uncertain: true };
  // Not in the index under any reading; the full text may still know the other layout's.
  return layout?.pieces && isWhole(layout.pieces) && read ? { repair: layout, answer: read, uncertain: true } : undefined;
}

/** Terms that begin with these consonants, chapters that have them in their titles or explain the first term. */
function byInitials(index: SearchIndex, name: string, row: string): Answer {
  const terms = index.terms
    .flatMap((term) => {
      const lengths = term.forms.flatMap(({ key, rank }) => (initials(key).startsWith(row) ? [key.length - row.length + rank * 40] : []));
      // Among terms that begin alike, the one known by more names is the more likely.
      return lengths.length > 0 ? [{ term, best: Math.min(...lengths) - Math.min(8, term.forms.length) }] : [];
    })
    .sort((a, b) => a.best - b.best)
    .map(({ term }) => term)
    .slice(0, MOST_TERMS);
  const [first] = terms;
  const chapters = index.chapters.filter((chapter) => {
    const [{ key, starts }] = chapter.squeezed;
    const at = initials(key).indexOf(row);
    return (at >= 0 && starts.has(at)) || first?.chapter === chapter;
  });
  const hits: Hit[] = chapters.filter(({ written }) => written).map((chapter) => ({ kind: 'chapter', chapter, places: [opening(chapter)] }));
  const planned = chapters.filter(({ written }) => !written).slice(0, MOST_TERMS);
  if (terms.length > 0) hits.unshift({ kind: 'terms', terms });
  if (planned.length > 0) hits.push({ kind: 'planned', chapters: planned });
  return { name, hits, marks: first ? [keyOf(first.ko)] : [], fullText: first ? [first.ko] : [] };
}

/** Hangul typed with the keyboard in English, or the other way round; undefined when the query is of both or neither. */
export function otherLayout(query: string): Repair | undefined {
  const plain = query.replaceAll(' ', '');
  if (/^[a-z]{3,}$/.test(plain)) {
    const pieces = compose(lettersOnKeys(query));
    const read = pieces.map(({ text }) => text).join('');
    const onKeys = pieces.map(({ text, letters: row }) => ({ text, letters: keysOf(row) }));
    return /[가-힣]/u.test(read) ? { kind: 'layout', typed: query, read, pieces: onKeys } : undefined;
  }
  if (/^[ㄱ-ㅣ가-힣.,/0-9-]{2,}$/u.test(plain)) return { kind: 'layout', typed: query, read: keysOf(query), pieces: undefined };
  return undefined;
}

/** The same query with each unknown word put right after the most alike form of a term; undefined when there is none. */
function withoutSlips(index: SearchIndex, query: string): Repair | undefined {
  const nearest = (word: string): string | undefined => {
    const row = letters(keyOf(word));
    const limit = row.length > 40 ? 0 : slipsAllowed(row.length);
    let best: { read: string; slips: number } | undefined;
    for (const term of limit > 0 ? index.terms : []) {
      for (const form of term.forms) {
        const slips = distance(row, form.letters, limit);
        if (slips > limit || (best && slips >= best.slips)) continue;
        best = { read: form.key === keyOf(term.ko) ? term.ko : form.key === keyOf(term.en) ? term.en.toLowerCase() : form.key, slips };
      }
    }
    return best?.read;
  };
  const whole = nearest(query) ?? stems(query).slice(1).map(nearest).find(Boolean);
  if (whole) return { kind: 'slip', typed: query, read: whole, pieces: undefined };
  let changed = false;
  const words = segment(index, query).map(({ typed, terms, asks }) => {
    const near = terms.length > 0 || asks ? undefined : nearest(typed);
    changed ||= near !== undefined;
    return near ?? typed;
  });
  return changed && words.length > 1 ? { kind: 'slip', typed: query, read: words.join(' '), pieces: undefined } : undefined;
}
