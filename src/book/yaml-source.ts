/** YAML files with line numbers: parse, validate by a zod schema, and turn every complaint into a Problem. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { issueText } from './schema.ts';

export interface YamlResult<T> {
  value: T | undefined;
  problems: Problem[];
  /** 1-based line of the node at a path such as `['parts', 0, 'title']`. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/**
 * @param file path for messages
 * @param firstLine line of the file on which `text` starts (frontmatter starts on line 2)
 */
export function parseYaml<S extends z.ZodType>(text: string, schema: S, file: string, firstLine = 1): YamlResult<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return undefined;
  };
  const [error] = document.errors; // the others mostly follow from the first
  if (error) {
    const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, ''); // counted without `firstLine`
    const problem = { file, line: lineAt(error.pos[0]), message: `YAML을 읽을 수 없다: ${what}`, remedy: '들여쓰기, 따옴표, 쌍점 뒤의 빈칸을 확인한다.' };
    return { value: undefined, problems: [problem], lineOf };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, problems: [], lineOf };
  const problems = result.error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    message: `‘${issue.path.join('.') || '문서'}’: ${issueText(issue)}`,
    remedy: '이 파일의 다른 항목과 src/book/schema.ts의 설명을 견주어 고친다.',
  }));
  return { value: undefined, problems, lineOf };
}
