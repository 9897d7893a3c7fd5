/** The part of citeproc-js that the book uses (https://citeproc-js.readthedocs.io). The package ships no types. */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  }
  class Engine {
    constructor(system: System, style: string, language: string, forceLanguage?: boolean);
    updateItems(ids: string[]): void;
    makeBibliography(): [{ entry_ids: string[][] }, string[]];
    makeCitationCluster(cites: { id: string }[]): string;
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
