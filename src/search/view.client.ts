/**
 * The search itself, in the page and in the dialog: question in, list out.
 *
 * The local index answers first; the full text is added below and moves nothing. A newer question makes an older
 * one's answer void. Results are links in a list: arrows move the focus over them, everything else is the browser's.
 */
import { searchAddress } from './address.ts';
import { element } from './element.client.ts';
import { fold, keyOf } from './fold.ts';
import type { SearchIndex } from './index-format.ts';
import { base, loadIndex } from './load.client.ts';
import { type Answer, answer } from './match.ts';
import { type Listed, localItems, nothingListed } from './results.client.ts';
import { countsInWords, objectParticle } from './wording.ts';

export interface SearchParts {
  /** Holds everything below; arrows are heard here. */
  root: HTMLElement;
  input: HTMLInputElement;
  /** `role="status"`: says what was found. */
  status: HTMLElement;
  /** Says how the question was read. */
  repair: HTMLElement;
  list: HTMLElement;
  /** How to ask; shown while there is no question. */
  help: HTMLElement;
  /** Link to these results. */
  address: HTMLAnchorElement;
}

export interface SearchView {
  /** Asks what stands in the field. */
  ask(literal?: boolean): void;
  /** Opens the first result. @returns whether there was one */
  openFirst(): boolean;
}

/** Wait after a keystroke before the full text is asked. */
const PAUSE = 180;

/** @param changed called with the question each time it is asked */
export function startSearch(parts: SearchParts, changed: (query: string, literal: boolean) => void = () => {}): SearchView {
  const { root, input, status, repair, list, help, address } = parts;
  let run = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const ask = (literal = false, wait = 0) => {
    run += 1;
    clearTimeout(pause);
    const query = input.value;
    changed(query, literal);
    address.href = searchAddress(base, query, literal);
    const empty = keyOf(query) === '' && fold(query) === '';
    help.hidden = !empty;
    status.parentElement?.toggleAttribute('hidden', empty);
    list.dataset['state'] = empty ? 'idle' : 'loading';
    address.hidden = empty;
    if (!empty) return void find(run, query, literal, wait);
    list.replaceChildren();
    repair.replaceChildren();
    status.textContent = '';
  };

  const find = async (mine: number, query: string, literal: boolean, wait: number) => {
    const current = () => mine === run;
    try {
      const index = await loadIndex();
      const typed = answer(index, query);
      const reading = typed.hits.length === 0 && !literal ? (await import('./reading.client.ts')).readAndSay(index, query, askLiterally) : undefined;
      // What is listed first: the answer as typed, or as it surely was meant. A guess waits for the full text.
      const first = reading && !reading.uncertain ? reading.answer : typed;
      const listed = nothingListed();
      const items = await localItems(first, listed);
      if (!current()) return;
      showReading(reading?.uncertain ? undefined : reading?.line);
      status.textContent = '';
      list.replaceChildren(...items);
      if (wait > 0) await new Promise((resolve) => (pause = setTimeout(resolve, wait)));
      const more = await textItems(index, first, listed);
      if (!current()) return;
      list.append(...more);
      let name = first === typed ? typed.name : (reading?.repair?.read ?? first.name);
      if (reading?.uncertain && more.length === 0) {
        const guessed = [...(await localItems(reading.answer, listed)), ...(await textItems(index, reading.answer, listed))];
        if (!current()) return;
        if (guessed.length > 0) {
          name = reading.repair?.read ?? name;
          showReading(reading.line);
          list.append(...guessed);
        }
      }
      say(name, listed);
    } catch (error) {
      if (!current()) return;
      console.warn(error);
      status.textContent = '찾는 데 필요한 파일을 받지 못했다. 연결을 확인하고 다시 찾는다.';
    }
    list.dataset['state'] = 'done';
  };

  const say = (name: string, listed: Listed) => {
    const short = [...name].length > 40 ? `${[...name].slice(0, 40).join('')}…` : name;
    const counts = countsInWords({ terms: listed.terms, chapters: listed.chapters.size, places: listed.places });
    const sentence = counts ? `찾았다. ${counts}.` : '책에서 찾지 못했다. 다른 말로 찾거나 용어집과 차례에서 고른다.';
    status.replaceChildren(element('p', {}, '‘', element('b', {}, short), `’${objectParticle(name)} ${sentence}`));
  };

  const showReading = (line: HTMLElement | undefined) => repair.replaceChildren(...(line ? [line] : []));

  const askLiterally = () => {
    ask(true);
    input.focus();
  };

  const links = () => [...list.querySelectorAll<HTMLAnchorElement>('a[data-result]')];

  input.addEventListener('input', () => ask(false, PAUSE));
  // Enter that ends a syllable is not Enter (Safari says so only by the key code).
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  });
  input.addEventListener('focus', () => void loadIndex().catch(() => {}), { once: true });
  root.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const all = links();
    const here = (all as (Element | null)[]).indexOf(document.activeElement);
    if (here < 0 && document.activeElement !== input) return;
    event.preventDefault();
    const next = here + step;
    if (next < 0) input.focus();
    else all[Math.min(next, all.length - 1)]?.focus();
  });
  help.addEventListener('click', (event) => {
    const example = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ask]') : null;
    if (!example || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    input.value = example.dataset['ask'] ?? '';
    input.focus();
    ask();
  });

  return {
    ask: (literal = false) => ask(literal),
    openFirst: () => {
      const [first] = links();
      first?.click();
      return first !== undefined;
    },
  };
}

/** Without the full text (offline, no WebAssembly) the local answer stands. */
async function textItems(index: SearchIndex, { fullText, marks }: Answer, listed: Listed): Promise<HTMLLIElement[]> {
  try {
    const { fullTextItems, searchFullText } = await import('./full-text.client.ts');
    return fullTextItems(await searchFullText(fullText), index, marks, listed);
  } catch (error) {
    console.warn(error);
    return [];
  }
}
