/** CSL-JSON files → references. Formatting is in `citation-format.ts`. */
import { z } from 'zod';
import type { SourceFile } from './glossary.ts';
import type { Problem } from './problem.ts';
import { issueText, type Reference, referenceSchema } from './schema.ts';

export interface LoadedBibliography {
  references: Reference[];
  problems: Problem[];
  /** Whether every file could be read: only then is an unknown id a mistake of the chapter. */
  complete: boolean;
}

export function loadBibliography(files: readonly SourceFile[]): LoadedBibliography {
  const problems: Problem[] = [];
  let complete = true;
  const found = new Map<string, { reference: Reference; where: string }>();
  const addresses = new Map<string, string>();
  for (const { file, text } of files) {
    let items: unknown;
    try {
      items = JSON.parse(text);
    } catch (error) {
      complete = false;
      const { message } = error as Error;
      const what = message.split(/, (?=\.\.\.|")| in JSON/)[0];
      problems.push({
        file,
        line: lineOfJsonError(text, message),
        message: `JSON을 읽을 수 없다: ${what}`,
        remedy: '그 줄과 앞줄의 쉼표, 따옴표, 괄호를 확인한다.',
      });
      continue;
    }
    const list = z.array(z.unknown()).safeParse(items);
    if (!list.success) {
      complete = false;
      problems.push({ file, message: '참고 문헌 파일은 배열이어야 한다', remedy: '전체를 [ ]로 감싼다.' });
      continue;
    }
    for (const item of list.data) {
      const id = String((item as { id?: unknown })?.id ?? '');
      const line = lineOfId(text, id);
      const parsed = referenceSchema.safeParse(item);
      if (!parsed.success) {
        complete = false;
        for (const issue of parsed.error.issues) {
          const message = `참고 문헌 ‘${id}’의 ‘${issue.path.join('.') || '항목'}’: ${issueText(issue)}`;
          problems.push({ file, line, message, remedy: 'CSL-JSON의 항목 이름과 값을 고친다.' });
        }
        continue;
      }
      const earlier = found.get(parsed.data.id);
      if (earlier) {
        problems.push({ file, line, message: `참고 문헌 id ‘${id}’가 두 번 나온다(먼저 ${earlier.where})`, remedy: '하나를 지운다.' });
        continue;
      }
      const address = parsed.data.DOI ? `https://doi.org/${parsed.data.DOI}` : parsed.data.URL;
      if (address && addresses.has(address)) {
        const message = `참고 문헌 ‘${id}’와 ‘${addresses.get(address)}’의 주소가 같다: ${address}`;
        problems.push({ file, line, message, remedy: '하나로 합치고 인용의 id를 맞춘다. 위치는 <Cite at="…">으로 나눈다.' });
      }
      if (address) addresses.set(address, id);
      found.set(parsed.data.id, { reference: parsed.data, where: `${file}:${line ?? '?'}` });
    }
  }
  return { references: [...found.values()].map(({ reference }) => reference), problems, complete };
}

function lineOfId(text: string, id: string): number | undefined {
  const at = text.search(new RegExp(`"id"\\s*:\\s*"${id.replace(/[^\w-]/g, '.')}"`));
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}

/** V8 tells the position, or shows the wrong character with up to ten on either side of it, or means the end. */
function lineOfJsonError(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  const [, before, around = ''] = /^Unexpected token .*?, (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  const start = around ? text.indexOf(around) : -1;
  const at = position ? Number(position) : start < 0 ? text.length : start + (before ? 10 : 0);
  return text.slice(0, at).split('\n').length;
}
