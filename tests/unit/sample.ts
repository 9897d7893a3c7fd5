/** Small valid pieces of a book for the tests of the model; each test changes what it is about. */
import { scanChapter } from '../../src/book/chapter-source.ts';
import type { Problem } from '../../src/book/problem.ts';
import type { Book, Chapter, ChapterText, Part, Reference, Section, Term } from '../../src/book/types.ts';

export const PART: Part = { id: 'one', number: 1, title: '첫 부', titleEn: 'Part one', chapters: [] };

export const term = (id: string, change: Partial<Term> = {}): Term => ({
  id,
  ko: id,
  en: id,
  aliases: [],
  variants: [],
  avoid: [],
  definition: { ko: '뜻이다.', en: 'A meaning.' },
  source: 'https://example.org/',
  chapter: 'why/problem',
  see: [],
  ...change,
});

export const reference = (id: string, change: Partial<Reference> = {}): Reference => ({
  id,
  type: 'webpage',
  title: 'A page',
  URL: `https://example.org/${id}`,
  genre: '설명서',
  ...change,
});

export const section = (id: string, change: Partial<Section> = {}): Section => ({
  id,
  depth: 2,
  title: id,
  number: undefined,
  terms: [],
  uses: [],
  line: 1,
  ...change,
});

export const chapterText = (change: Partial<ChapterText> = {}): ChapterText => ({
  file: 'src/content/docs/why/problem.mdx',
  frontmatter: { description: '설명', objectives: ['목표'], layers: ['kernel'], aliases: {} },
  minutes: 1,
  characters: 500,
  opening: { terms: [], uses: [] },
  sections: [],
  numbered: [],
  questions: [],
  terms: [],
  citations: [],
  citationCalls: {},
  ...change,
});

export const chapter = (slug: string, number: number, change: Partial<Chapter> = {}): Chapter => ({
  slug,
  number,
  part: PART,
  title: slug,
  titleEn: slug,
  requires: [],
  text: undefined,
  ...change,
});

export const book = (change: Partial<Book> = {}): Book => ({
  title: '책',
  subtitle: '부제',
  titleEn: 'Book',
  description: '설명',
  edition: '2026-11',
  parts: [PART],
  chapters: [],
  terms: [],
  references: [],
  redirects: {},
  specimen: undefined,
  ...change,
});

export const FRONTMATTER = `description: 시험에 쓰는 장의 설명으로, 검색과 목록에 보일 만큼 길어야 하므로 마흔 자를 넘긴다.
objectives:
  - 첫째 목표를 설명한다
  - 둘째 목표를 설명한다
  - 셋째 목표를 설명한다
layers: [kernel]`;

const question = (goal: number) => `<Question goal={${goal}}>\n\n물음\n\n<Answer>\n\n해설\n\n</Answer>\n\n</Question>\n`;
export const CLOSING = `## 흔한 오해 {#myths}

## 확인 문제 {#questions}

${[1, 2, 3].map(question).join('\n')}
## 정리 {#summary}
`;

/** A chapter around `body`, which starts on line 10. */
export const chapterSource = (body: string, { frontmatter = FRONTMATTER, closing = CLOSING } = {}): string =>
  `---\n${frontmatter}\n---\n\n${body}\n\n${closing}`;

export const scan = (body: string, parts?: Parameters<typeof chapterSource>[1]) => scanChapter({ file: 'x.mdx', text: chapterSource(body, parts) });

/** `12 message` of each problem, without the way to mend it. */
export const told = (problems: readonly Problem[]): string[] => problems.map(({ line, message }) => `${line ?? '-'} ${message}`);
