/**
 * Query → what the local index answers: terms, chapters, sections, in order. Pure; the browser shows it at once,
 * full text follows (`full-text.client.ts`).
 *
 * Steps: fold → cut into known terms and other words (`segment`) → look terms up, score chapters and what is in them.
 * When nothing is found, `readings.ts` reads the query otherwise: initial consonants, other keyboard layout, slip of the fingers.
 */
import { fold, HELD, HELD_INSIDE, holds, IS, isLatin, keyOf, LONGEST_QUERY, NOT_HELD, type Squeezed, squeeze } from './fold.ts';
import { letters } from './hangul.ts';
import type { ChapterEntry, Place, SearchIndex, TermEntry } from './index-format.ts';
import { stems } from './particles.ts';

/** A piece of the query: a known term, or a word. */
export interface Segment {
  typed: string;
  terms: readonly TermEntry[];
  /** Keys under which it is looked for: those of the term's forms, or of the word and its stems. */
  keys: readonly string[];
  /** Says how something is asked, not what (왜, 방법, 차이). */
  asks: boolean;
}

export interface ChapterHit {
  kind: 'chapter';
  chapter: ChapterEntry;
  /** Sections, figures …; `id: ''` is the opening. */
  places: PlaceHit[];
}

export interface PlaceHit {
  place: Place;
  /** It is listed only because this term first comes up in it. */
  introduces: TermEntry | undefined;
}

export type Hit =
  | { kind: 'term'; term: TermEntry } // with its definition
  | { kind: 'terms'; terms: TermEntry[] } // a list
  | ChapterHit
  | { kind: 'planned'; chapters: ChapterEntry[] };

export interface Answer {
  /** The words that were looked for, without the endings that came off. */
  name: string;
  hits: Hit[];
  /** Keys to mark in titles and excerpts. */
  marks: readonly string[];
  /** What to ask the full text, best first. */
  fullText: readonly string[];
}

const MOST_GROUPS = 8;
const MOST_PLACES = 5;
export const MOST_TERMS = 6;
const MOST_WORDS = 12;

const ASKING = new Set(
  '왜 어떻게 무엇 뭐 무슨 어떤 언제 차이 차이점 비교 방법 원리 배경 이유 개념 뜻 장단점 하나 안에서 대한 the a of in is what how why and vs to'.split(' '),
);

/** What the index knows of the query as it was typed. When that is nothing, see `readings.ts`. */
export function answer(index: SearchIndex, typed: string): Answer {
  const query = asAsked(typed);
  const whole = answerTo(index, query);
  if (whole.hits.length > 0) return whole;
  const parts = query.replace(/[^\p{L}\p{N}]+/gu, ' ').trim(); // a path, an option with its value
  if (parts === query || !parts.includes(' ')) return whole;
  const inParts = answerTo(index, parts);
  return inParts.hits.length > 0 ? { ...inParts, fullText: [query, ...inParts.fullText] } : whole;
}

/** Folded, and no longer than a question is. */
export const asAsked = (typed: string): string => fold([...typed].slice(0, LONGEST_QUERY).join(''));

function answerTo(index: SearchIndex, query: string): Answer {
  const key = keyOf(query);
  if (!key) return { name: query, hits: [], marks: [], fullText: query ? [query] : [] };
  const segments = segment(index, query);
  const exact = segments.length === 1 ? (segments[0]?.terms ?? []) : [];
  const begun = beginningWith(index, exact.length > 0 ? (segments[0]?.keys[0] ?? key) : key).filter((term) => !exact.includes(term));

  const cards: Hit[] = exact.slice(0, 3).map((term) => ({ kind: 'term', term }));
  const groups = chapterHits(index, segments);
  const written = groups.filter(({ chapter }) => chapter.written).slice(0, MOST_GROUPS);
  const planned = groups.filter(({ chapter }) => !chapter.written).map(({ chapter }) => chapter);
  const rest: Hit[] = begun.length > 0 ? [{ kind: 'terms', terms: begun.slice(0, MOST_TERMS) }] : [];
  const asked = new Set(segments.flatMap(({ terms }) => terms.slice(0, 1)));
  const parts: Hit[] = exact.length === 0 && asked.size > 0 ? [{ kind: 'terms', terms: [...asked].slice(0, MOST_TERMS) }] : [];
  // A chapter that holds every word of a longer question answers it better than the terms one by one.
  const whole = written.filter(({ all }) => all);
  const some = written.filter(({ all }) => !all);
  // A word half typed: what it will become, before the titles that happen to hold its beginning.
  const unfinished = parts.length === 0 && begun[0]?.forms.some(({ letters: row, rank }) => rank === 0 && row.startsWith(letters(key)));
  const middle: Hit[] = exact.length > 0 ? [...written, ...rest] : unfinished ? [...rest, ...written] : [...whole, ...parts, ...rest, ...some];
  const hits: Hit[] = [...cards, ...middle];
  if (planned.length > 0) hits.push({ kind: 'planned', chapters: planned.slice(0, MOST_TERMS) });
  return { name: segments.map(({ typed }) => typed).join(' '), hits, marks: marksOf(segments, begun), fullText: fullTextQueries(segments) };
}

/** Longest run of words that is a term, from the left; endings come off the last word of a run. */
export function segment(index: SearchIndex, query: string): Segment[] {
  const words = query.split(' ').filter(keyOf).slice(0, MOST_WORDS);
  const found: Segment[] = [];
  while (words.length > 0 && found.length < MOST_WORDS) {
    const [word = ''] = words;
    const run = longestRun(index, words);
    if (run) {
      found.push(run.segment);
      words.splice(0, run.words);
      continue;
    }
    const parts = compound(index, word);
    words.splice(0, 1, ...parts.slice(0, parts.length > 1 ? 2 : 0));
    if (parts.length > 1) continue;
    const bases = stems(word);
    found.push({ typed: word, terms: [], keys: bases.map(keyOf).filter(Boolean), asks: bases.some((base) => ASKING.has(base)) });
  }
  return found;
}

function longestRun(index: SearchIndex, words: readonly string[]): { segment: Segment; words: number } | undefined {
  for (let length = Math.min(words.length, 5); length > 0; length -= 1) {
    const before = words.slice(0, length - 1).join(' ');
    for (const stem of stems(words[length - 1] ?? '')) {
      const key = keyOf(before + stem);
      const terms = index.byKey.get(key);
      if (!terms) continue;
      const keys = [...new Set([key, ...terms.slice(0, 2).flatMap(({ forms }) => forms.map((form) => form.key))])];
      return { segment: { typed: `${before} ${stem}`.trim(), terms, keys, asks: false }, words: length };
    }
  }
  return undefined;
}

/** `커널기능` → `커널`, `기능`: an unknown word that begins or ends with a term, in two; a known one alone. */
function compound(index: SearchIndex, word: string): string[] {
  const characters = [...word];
  if (characters.length < 4 || !/[가-힣]/u.test(word)) return [word];
  const part = (from: number, to?: number) => characters.slice(from, to).join('');
  const known = (text: string) => index.byKey.has(keyOf(text));
  const lengths = characters.slice(0, -3).map((_, cut) => characters.length - 2 - cut);
  const start = lengths.find((length) => known(part(0, length)));
  if (start !== undefined) return [part(0, start), part(start)];
  const end = lengths.find((length) => stems(part(-length)).some((stem) => [...stem].length > 1 && known(stem)));
  return end === undefined ? [word] : [part(0, -end), part(-end)];
}

/** Terms that a half-typed word begins, or that hold it as a word of theirs. */
function beginningWith(index: SearchIndex, key: string): TermEntry[] {
  const row = letters(key);
  if (row.length < 2 || key.length > 40) return [];
  const scored = index.terms.flatMap((term) => {
    let best = Number.POSITIVE_INFINITY;
    for (const form of term.forms) {
      if (form.letters.startsWith(row)) best = Math.min(best, form.letters.length - row.length + form.rank * 40 - Math.min(8, term.forms.length));
    }
    if (best === Number.POSITIVE_INFINITY && key.length > 1 && Math.max(holds(squeeze(term.ko), key), holds(squeeze(term.en), key)) >= HELD)
      best = 100 + term.ko.length;
    return best === Number.POSITIVE_INFINITY ? [] : [{ term, best }];
  });
  return scored.sort((a, b) => a.best - b.best).map(({ term }) => term);
}

interface ScoredChapter extends ChapterHit {
  score: number;
  /** It holds every word that matters. */
  all: boolean;
}

const OPENING: Omit<Place, 'squeezed'> = { id: '', title: '여는 글', terms: [] };
export const opening = ({ squeezed: [squeezed] }: ChapterEntry): PlaceHit => ({ place: { ...OPENING, squeezed }, introduces: undefined });

/** Chapters that hold the words in a title of theirs, or explain the terms; best first, then in the order of the book. */
function chapterHits(index: SearchIndex, segments: readonly Segment[]): ScoredChapter[] {
  const asked = segments.filter(({ asks }) => !asks);
  const matter = asked.length > 0 ? asked : segments;
  const anyTerm = matter.some(({ terms }) => terms.length > 0);
  const scored = index.chapters.flatMap((chapter): ScoredChapter[] => {
    const own = rate(chapter.squeezed, matter, segments.at(-1));
    const explains = matter.filter(({ terms }) => terms[0]?.chapter === chapter).length;
    const all = matter.length > 1 && own.held === matter.length;
    const ownScore = own.score + (50 * explains) / matter.length + (all ? 40 : 0);
    const rated = (place: Place, weight: number) => {
      const { score, held, introduces } = rate([place.squeezed], matter, segments.at(-1), place, chapter);
      return { place, introduces, score: score * weight, held };
    };
    const places = [...chapter.sections.map((place) => rated(place, 1)), ...chapter.things.map((place) => rated(place, 0.6))]
      .filter(({ held }) => held === matter.length || (held > 0 && anyTerm))
      .sort((a, b) => b.held - a.held || b.score - a.score);
    const bestPlace = Math.max(0, ...places.map(({ score }) => score));
    const most = Math.max(own.held, explains, ...places.map(({ held }) => held));
    // Of a longer query all must be there, or at least a term of it.
    if ((ownScore === 0 && bestPlace === 0) || (most < matter.length && !anyTerm)) return [];
    const first = own.score >= 20 || places.length === 0 ? [opening(chapter)] : [];
    const score = (200 * most) / matter.length + Math.max(ownScore, bestPlace * 0.7);
    return [
      {
        kind: 'chapter',
        chapter,
        places: [...first, ...places].slice(0, MOST_PLACES).map(({ place, introduces }) => ({ place, introduces })),
        score,
        all: most === matter.length,
      },
    ];
  });
  return scored.sort((a, b) => b.score - a.score || a.chapter.number - b.chapter.number);
}

/** How well titles hold the pieces of a query; for a place within a chapter, also whether the terms come up in it. */
function rate(titles: readonly Squeezed[], matter: readonly Segment[], last: Segment | undefined, place?: Place, chapter?: ChapterEntry) {
  let score = 0;
  let held = 0;
  let introduces: TermEntry | undefined;
  for (const piece of matter) {
    const { keys, terms, typed } = piece;
    const unfinished = piece === last && terms.length === 0;
    const usable = keys.filter((key) => key === keyOf(typed) || (key.length > 1 && (terms.length === 0 || key.length > 2 || !isLatin(key))));
    const how = Math.max(NOT_HELD, ...titles.flatMap((title) => usable.map((key) => holds(title, key, unfinished))));
    // Where the term has a chapter of its own, another that only mentions it is left to the full text.
    const introduced = terms.find((term) => place?.terms.includes(term) && (term.chapter === chapter || !term.chapter.written));
    if (how > NOT_HELD || introduced) held += 1;
    else continue;
    if (how === NOT_HELD) introduces = introduced;
    score += (how === IS ? 60 : how === HELD ? 40 : how === HELD_INSIDE ? 12 : 0) + (introduced ? (introduced.chapter === chapter ? 45 : 20) : 0);
  }
  return { score: score / matter.length, held, introduces };
}

const marksOf = (segments: readonly Segment[], begun: readonly TermEntry[]): string[] => {
  const words = segments.flatMap(({ keys, asks, terms }) => (asks ? [] : terms.length > 0 ? keys.slice(0, 12) : keys));
  const named = segments.some(({ terms }) => terms.length > 0) ? [] : begun.slice(0, 1).map(({ ko }) => keyOf(ko));
  return [...new Set([...words, ...named])].filter((key) => key.length > 1 || /[가-힣]/u.test(key)).slice(0, 24);
};

/** In the book's own words first; then as typed; then without the words that only ask. */
function fullTextQueries(segments: readonly Segment[]): string[] {
  const inBook = (piece: Segment) => piece.terms[0]?.ko ?? piece.typed;
  const typed = segments.map((piece) => piece.typed).join(' ');
  const matter = segments.filter(({ asks }) => !asks);
  const bases = matter.map((piece) => piece.terms[0]?.ko ?? piece.keys.find((key) => key.length > 1 && key !== keyOf(piece.typed)) ?? piece.typed);
  const queries = [segments.map(inBook).join(' '), typed, matter.map(inBook).join(' '), bases.join(' ')];
  return [...new Set(queries.filter(Boolean))];
}
