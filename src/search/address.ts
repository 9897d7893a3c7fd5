/** Addresses of the search. `base` always starts and ends with a slash. */

export const searchAddress = (base: string, query: string, literal = false): string => {
  const asked = new URLSearchParams({ q: query });
  if (literal) asked.set('as', 'typed');
  return `${base}search/?${asked}`;
};

/** The question in the address of the page; whatever stands there is text. */
export function askedIn(search: string): { query: string; literal: boolean } {
  const asked = new URLSearchParams(search);
  return { query: asked.get('q') ?? '', literal: asked.get('as') === 'typed' };
}

export const chapterAddress = (base: string, slug: string, id: string): string => `${base}${slug}/${id ? `#${id}` : ''}`;
export const termAddress = (base: string, id: string): string => `${base}glossary/${id}/`;
