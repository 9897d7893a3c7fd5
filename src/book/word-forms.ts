/** Forms that must not stand in prose (`avoid` of the glossary), found outside quotations and code. */
import type { Term } from './schema.ts';

export interface ForbiddenForm {
  form: string;
  term: Term;
}

/** Quoted words are cited, not used: “…”, ‘…’, 「…」, "…". */
const QUOTATIONS = /“[^”]*”|‘[^’]*’|「[^」]*」|"[^"]*"/g;

/** @returns the forbidden forms in a paragraph, longest first, each once */
export function forbiddenForms(text: string, terms: readonly Term[]): ForbiddenForm[] {
  const bare = text.replace(QUOTATIONS, ' ');
  return terms
    .flatMap((term) => term.avoid.map((form) => ({ form, term })))
    .filter(({ form }) => (/^[\x20-\x7e]+$/.test(form) ? new RegExp(`(?<![\\w-])${literal(form)}(?![\\w-])`).test(bare) : bare.includes(form)))
    .sort((a, b) => b.form.length - a.form.length);
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
