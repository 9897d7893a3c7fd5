/** The other readings of a query, with the line that says how it was read; loaded when the index knows nothing of it as typed. */
import { searchAddress } from './address.ts';
import { element } from './element.client.ts';
import type { SearchIndex } from './index-format.ts';
import { base } from './load.client.ts';
import { type Reading, type Repair, readOtherwise } from './readings.ts';
import { objectParticle } from './wording.ts';

/** @param askLiterally what “친 그대로 찾기” does here */
export function readAndSay(index: SearchIndex, query: string, askLiterally: () => void): (Reading & { line: HTMLElement | undefined }) | undefined {
  const reading = readOtherwise(index, query);
  if (!reading) return undefined;
  if (!reading.repair) return { ...reading, line: undefined };
  const { typed } = reading.repair;
  const literally = element('a', { href: searchAddress(base, typed, true) }, '친 그대로 찾기');
  literally.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    askLiterally();
  });
  return { ...reading, line: element('p', { class: 'repair-how' }, ...howRead(reading.repair), ' ', literally) };
}

function howRead({ kind, typed, read, pieces }: Repair): (Node | string)[] {
  if (kind === 'slip') return [`‘${typed}’${objectParticle(typed)} ‘${read}’로 고쳐 읽었다.`];
  if (!pieces) return [`한글 자판으로 친 ‘${typed}’${objectParticle(typed)} 영문으로 읽었다.`];
  // The keys with the syllable over them: zjs under 컨.
  const keys = pieces.map(({ text, letters }) =>
    text.trim() === '' ? ' ' : element('ruby', {}, letters, element('rp', {}, '('), element('rt', {}, text), element('rp', {}, ')')),
  );
  return ['영문 자판으로 친 ', element('span', { class: 'keys' }, ...keys), `${objectParticle(read)} 한글로 읽었다.`];
}
