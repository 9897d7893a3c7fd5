/** Answer → list items: a card for a term, a group for a chapter, a list of further terms, chapters not yet written. */
import { chapterAddress, termAddress } from './address.ts';
import { element, marked } from './element.client.ts';
import type { ChapterEntry, TermEntry } from './index-format.ts';
import { base, definitionOf } from './load.client.ts';
import type { Answer, Hit } from './match.ts';
import { subjectParticle } from './wording.ts';

/** What has been listed so far, so that nothing is listed twice and the count is right. */
export interface Listed {
  addresses: Set<string>;
  terms: number;
  chapters: Set<string>;
  places: number;
}
export const nothingListed = (): Listed => ({ addresses: new Set(), terms: 0, chapters: new Set(), places: 0 });

/** The items of the local answer, complete, definitions included. */
export async function localItems({ hits, marks }: Answer, listed: Listed): Promise<HTMLLIElement[]> {
  const shown = hits.flatMap((hit) => (hit.kind === 'term' ? [hit.term] : hit.kind === 'terms' ? hit.terms : []));
  const definitions = new Map(await Promise.all(shown.map(async (term): Promise<[TermEntry, string]> => [term, await definitionOf(term)])));
  return hits.map((hit) => localItem(hit, marks, definitions, listed));
}

function localItem(hit: Hit, marks: readonly string[], definitions: ReadonlyMap<TermEntry, string>, listed: Listed): HTMLLIElement {
  switch (hit.kind) {
    case 'term':
      return termCard(hit.term, definitions.get(hit.term) ?? '', listed);
    case 'terms':
      return group(
        element('h2', {}, element('b', {}, '용어집')),
        hit.terms.map((term) => {
          listed.terms += 1;
          return result(termAddress(base, term.id), [element('b', {}, ...marked(term.ko, marks)), ' ', english(term)], [definitions.get(term) ?? ''], listed);
        }),
      );
    case 'chapter':
      listed.chapters.add(hit.chapter.slug);
      return group(
        chapterHeading(hit.chapter, marks),
        hit.places.map(({ place, introduces }) => {
          listed.places += 1;
          const english = place.id ? '' : element('span', { lang: 'en' }, ...marked(hit.chapter.titleEn, marks));
          const note = [english, introduces ? `‘${introduces.ko}’${subjectParticle(introduces.ko)} 이 장에서 처음 나오는 절` : ''];
          return result(chapterAddress(base, hit.chapter.slug, place.id), [element('b', {}, ...marked(place.title, marks))], note, listed);
        }),
      );
    case 'planned':
      return group(
        element('h2', {}, element('b', {}, '아직 쓰지 않은 장')),
        hit.chapters.map((chapter) => element('li', {}, `${chapter.number} `, ...marked(chapter.title, marks), ` (${chapter.part})`)),
        'hit-planned',
      );
  }
}

const english = ({ ko, en }: TermEntry) => (en.toLowerCase() === ko.toLowerCase() ? '' : element('span', { lang: 'en' }, en));

function termCard(term: TermEntry, definition: string, listed: Listed): HTMLLIElement {
  listed.terms += 1;
  const address = termAddress(base, term.id);
  listed.addresses.add(address);
  const { chapter } = term;
  return element(
    'li',
    { class: 'hit-term' },
    element('h2', {}, term.ko, ' ', english(term)),
    definition !== '' && element('p', {}, definition),
    element(
      'p',
      { class: 'see' },
      link(address, `‘${term.ko}’ 용어집에서 보기`, '용어집에서 보기'),
      !chapter.written && element('span', {}, `설명할 장: ${chapter.number} ${chapter.title} (아직 쓰지 않았다)`),
    ),
  );
}

/** A result named in full for those who hear the links one by one. */
const link = (href: string, name: string, text: string) => element('a', { 'data-result': '', href, 'aria-label': name }, text);

export const chapterHeading = ({ number, title, part }: ChapterEntry, marks: readonly string[]) =>
  element('h2', {}, element('b', {}, `${number} `, ...marked(title, marks)), ` ${part}`);

export const group = (heading: HTMLElement, items: HTMLLIElement[], name?: string) => element('li', { class: name }, heading, element('ol', {}, ...items));

export function result(href: string, title: (Node | string)[], note: (Node | string)[], listed: Listed): HTMLLIElement {
  listed.addresses.add(href);
  const texts = note.filter((part) => part !== '');
  return element('li', {}, element('a', { 'data-result': '', href }, ...title, texts.length > 0 && element('span', { class: 'hit-note' }, ...texts)));
}
