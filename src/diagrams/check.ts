/** Every diagram of the book: readable, and rendered. Needs no browser. */
import type { Problem } from '../book/problem.ts';
import { parseDiagram } from './parse.ts';
import { collectDiagrams, type DiagramBlock, readDiagram } from './store.ts';

/** Mistakes in the Mermaid source, with their lines in the chapters. */
export const sourceProblems = (blocks: readonly DiagramBlock[]): Problem[] =>
  blocks.flatMap(({ file, line, source }) =>
    parseDiagram(source).problems.map(({ offset, message, remedy }) => ({ file, line: line + offset, message, remedy })),
  );

/** Mistakes in the source, or drawings that are missing. */
export function checkDiagrams(root: string): Problem[] {
  const blocks = collectDiagrams(root);
  const mistakes = sourceProblems(blocks);
  if (mistakes.length > 0) return mistakes;
  return blocks.flatMap(({ file, line, source }) => {
    const { problem } = readDiagram(root, source);
    return problem ? [{ file, line, ...problem }] : [];
  });
}
