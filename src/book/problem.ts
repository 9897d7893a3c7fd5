/**
 * An author's mistake, told so that it can be mended without reading this code:
 * where it is, what is wrong, what to do. Text is Korean because authors read it.
 */
export interface Problem {
  /** Path relative to the repository root. */
  file: string;
  /** 1-based line in that file, when known. */
  line?: number | undefined;
  /** What is wrong. */
  message: string;
  /** How to mend it. */
  remedy: string;
}

/** Thrown when the book cannot be built because of what an author wrote. */
export class AuthorError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.name = 'AuthorError';
    this.problems = problems;
  }
}

/** One block of two lines for each problem, in the order of files and lines. */
export function formatProblems(problems: readonly Problem[]): string {
  const blocks = [...problems]
    .sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0))
    .map(({ file, line, message, remedy }) => `${file}${line ? `:${line}` : ''}  ${message}\n    고치는 법: ${remedy}`);
  return `고칠 곳이 ${problems.length}군데 있다.\n\n${blocks.join('\n\n')}`;
}
