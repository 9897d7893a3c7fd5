/** `/search/`: the question is in the address, and follows what is typed. */
import { askedIn, searchAddress } from './address.ts';
import { base } from './load.client.ts';
import { startSearch } from './view.client.ts';

const part = <Kind extends HTMLElement>(name: string, kind: new () => Kind): Kind => {
  const found = document.querySelector(`[data-search-page] ${name}`);
  if (!(found instanceof kind)) throw new Error(`no ${name}`);
  return found;
};

const root = part('[data-search-root]', HTMLElement);
const input = part('input[type="search"]', HTMLInputElement);
const form = part('form', HTMLFormElement);
const bookTitle = document.title;

const show = (query: string, literal: boolean) => {
  const asked = query.trim();
  history.replaceState(history.state, '', asked ? searchAddress(base, query, literal) : `${base}search/`);
  document.title = asked ? `‘${asked.slice(0, 40)}’ ${bookTitle}` : bookTitle;
};

let later: ReturnType<typeof setTimeout> | undefined;
const view = startSearch(
  {
    root,
    input,
    status: part('[role="status"]', HTMLElement),
    repair: part('[data-search-repair]', HTMLElement),
    list: part('[data-results]', HTMLElement),
    help: part('[data-search-help]', HTMLElement),
    address: part('[data-search-address]', HTMLAnchorElement),
  },
  (query, literal) => {
    clearTimeout(later);
    later = setTimeout(() => show(query, literal), 250); // browsers refuse an address that changes with every key
  },
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  view.ask();
});

const { query, literal } = askedIn(location.search);
// A field that the browser filled again (back, reload) must not stand over other results.
input.value = query;
view.ask(literal);
if (!query) input.focus();
