/** Fetches the files of the local index, each once. */

import type { TermEntry } from './index-format.ts';
import { type DefinitionsFile, type NamesFile, readIndex, type SearchIndex, type SectionsFile, topicOf } from './index-format.ts';

export const base = import.meta.env.BASE_URL;

async function file<Content>(name: string): Promise<Content> {
  const response = await fetch(`${base}search/${name}.json`);
  if (!response.ok) throw new Error(`${name}.json: ${response.status}`);
  return (await response.json()) as Content;
}

let index: Promise<SearchIndex> | undefined;

/** A failure is not kept: the next question tries again. */
export function loadIndex(): Promise<SearchIndex> {
  index ??= Promise.all([file<NamesFile>('names'), file<SectionsFile>('sections')])
    .then(([names, sections]) => readIndex(names, sections))
    .catch((error: unknown) => {
      index = undefined;
      throw error;
    });
  return index;
}

const definitions = new Map<string, Promise<DefinitionsFile>>();

/** The Korean definition; empty when it cannot be had (the entry is still linked). */
export async function definitionOf(term: TermEntry): Promise<string> {
  const topic = topicOf(term.chapter.slug);
  let loading = definitions.get(topic);
  if (!loading) {
    loading = file<DefinitionsFile>(`terms-${topic}`).catch(() => {
      definitions.delete(topic);
      return {};
    });
    definitions.set(topic, loading);
  }
  return (await loading)[term.id] ?? '';
}
