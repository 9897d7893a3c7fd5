/** Glossary files → terms; ids unique over all files, links between terms resolved. */
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { type Term, termSchema } from './schema.ts';
import { parseYaml } from './yaml-source.ts';

export interface SourceFile {
  /** Path from the repository root. */
  file: string;
  text: string;
}

export interface LoadedGlossary {
  terms: Term[];
  problems: Problem[];
  /** Whether every file could be read: only then is an unknown id a mistake of who names it. */
  complete: boolean;
}

/** @param slugs all planned chapters, for the `chapter` key */
export function loadGlossary(files: readonly SourceFile[], slugs: ReadonlySet<string>): LoadedGlossary {
  const problems: Problem[] = [];
  let complete = true;
  const found = new Map<string, { term: Term; file: string; line: number | undefined }>();
  for (const { file, text } of files) {
    const parsed = parseYaml(text, z.array(termSchema), file);
    problems.push(...parsed.problems);
    complete &&= parsed.value !== undefined;
    (parsed.value ?? []).forEach((term, index) => {
      const line = parsed.lineOf([index, 'id']);
      const earlier = found.get(term.id);
      if (earlier) {
        const message = `용어 id ‘${term.id}’가 두 번 나온다(먼저 ${earlier.file}:${earlier.line})`;
        problems.push({ file, line, message, remedy: '둘을 합치거나 한쪽의 id를 바꾼다.' });
        return;
      }
      found.set(term.id, { term, file, line });
    });
  }
  for (const { term, file, line } of found.values()) {
    for (const id of term.see) {
      if (found.has(id) || !complete) continue;
      problems.push({ file, line, message: `‘${term.id}’의 see가 가리키는 용어 ‘${id}’가 없다`, remedy: '철자를 확인하거나 그 용어를 더한다.' });
    }
    if (!slugs.has(term.chapter)) {
      problems.push({ file, line, message: `‘${term.id}’의 장 ${term.chapter}가 차례에 없다`, remedy: 'book.yaml의 주소 가운데 하나를 쓴다.' });
    }
  }
  return { terms: [...found.values()].map(({ term }) => term), problems, complete };
}
