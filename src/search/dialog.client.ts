/** The search over any page: loaded, with its style sheet and the index, when it is first opened. */
import sheet from '../styles/search.css?url';
import { searchAddress } from './address.ts';
import { element } from './element.client.ts';
import { base, loadIndex } from './load.client.ts';
import { startSearch } from './view.client.ts';
import { EXAMPLES, HOW_TO_ASK, LABEL, RESULTS_LABEL } from './wording.ts';

let made: ReturnType<typeof make> | undefined;

/** Opens the dialog; on the search page its own field is meant. */
export async function openSearch(): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('[data-search-page] input[type="search"]');
  if (field) {
    field.focus();
    field.select();
    return;
  }
  void loadIndex().catch(() => {});
  made ??= make();
  const { dialog, input } = await made;
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.select();
}

async function make() {
  const input = element('input', {
    id: 'search-field',
    name: 'q',
    type: 'search',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '200',
    'aria-describedby': 'search-keys',
  });
  const close = element('button', { type: 'button' }, '닫기');
  const form = element(
    'form',
    { class: 'search-field', role: 'search', action: `${base}search/` },
    element('label', { for: 'search-field', id: 'search-name' }, LABEL),
    input,
    close,
  );
  const status = element('div', { role: 'status' });
  const repair = element('div');
  const list = element('ol', { class: 'hits', 'data-results': '', 'data-state': 'idle', 'aria-label': RESULTS_LABEL });
  const examples = EXAMPLES.map(({ query, shows }) =>
    element('li', {}, element('a', { href: searchAddress(base, query), 'data-ask': query }, query), ` ${shows}`),
  );
  const help = element('div', { class: 'search-help' }, element('p', {}, HOW_TO_ASK), element('ul', {}, ...examples));
  const address = element('a', { href: `${base}search/` }, '이 결과의 주소');
  const keys = element(
    'p',
    { class: 'search-foot search-keys', id: 'search-keys' },
    ...['↑↓ 옮기기', 'Enter 열기', 'Esc 닫기'].map((hint) => {
      const [key = '', does] = hint.split(' ');
      return element('span', {}, element('kbd', {}, key), ` ${does}`);
    }),
  );
  const foot = element('div', { class: 'search-ends' }, keys, element('p', { class: 'search-foot' }, address));
  const dialog = element(
    'dialog',
    { class: 'search', 'aria-labelledby': 'search-name' },
    element('div', { class: 'search-inner' }, form, element('div', { class: 'repair' }, status, repair), help, list, foot),
  );
  document.body.append(dialog);

  const view = startSearch({ root: dialog, input, status, repair, list, help, address });
  view.ask();
  close.addEventListener('click', () => dialog.close());
  form.addEventListener('submit', (event) => {
    if (view.openFirst()) event.preventDefault(); // else the page of results answers
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault(); // the field would only be emptied
    dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    const followed = event.target instanceof Element && event.target.closest('a[data-result]') && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.target === dialog || followed) dialog.close(); // beside it, or on to a place that may be on this very page
  });
  await styled();
  return { dialog, input };
}

/** Shown only with its style; without it (a lost connection) it still works. */
const styled = () =>
  new Promise<void>((resolve) => {
    const link = element('link', { rel: 'stylesheet', href: sheet });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
