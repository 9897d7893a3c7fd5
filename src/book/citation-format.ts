/**
 * References → the words printed for them, by citeproc-js with the book's own style and a Korean locale
 * (`src/content/references/book.csl`, `locale-ko-KR.xml`).
 */
import CSL from 'citeproc';
import type { Reference } from './schema.ts';

export interface FormattedReference {
  id: string;
  /** HTML for the list of sources; the title is a link. */
  html: string;
  /** Plain text for the margin: “Corbet, 2017”. */
  short: string;
}

/** @param style CSL style, @param locale CSL locale: XML texts */
export function formatReferences(references: readonly Reference[], style: string, locale: string): Map<string, FormattedReference> {
  const items = new Map(references.map((item) => [item.id, item]));
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => items.get(id) }, style, 'ko-KR', true);
  engine.updateItems([...items.keys()]);
  const [{ entry_ids: ids }, entries] = engine.makeBibliography();
  return new Map(
    ids.map(([id = ''], index) => {
      const item = items.get(id);
      const short = unescapeHtml(engine.makeCitationCluster([{ id }]));
      return [id, { id, html: linkTitle((entries[index] ?? '').trim(), item), short }];
    }),
  );
}

/** Address of a reference: the DOI where there is one, for it outlives the page it leads to. */
export const referenceAddress = (reference: Reference): string | undefined => (reference.DOI ? `https://doi.org/${reference.DOI}` : reference.URL);

function linkTitle(entry: string, item: Reference | undefined): string {
  const body = entry
    .replace(/^<div class="csl-entry">|<\/div>$/g, '')
    .replaceAll('&#38;', '&amp;')
    .replaceAll('\n', '');
  const address = item && referenceAddress(item)?.replaceAll('&', '&amp;').replaceAll('"', '%22');
  const lang = item?.language === 'ko' || !item?.language ? '' : ` lang="${item.language}"`;
  return body.replace(/⟦(.*?)⟧/, (_, title: string) => (address ? `<a href="${address}"><cite${lang}>${title}</cite></a>` : `<cite${lang}>${title}</cite>`));
}

const unescapeHtml = (text: string) => text.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&#60;', '<').replaceAll('&#62;', '>');
