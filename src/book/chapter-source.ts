/**
 * One chapter's MDX source → its structure: sections, numbered things, terms, citations, questions, prose.
 * Knows nothing of other chapters: names that must exist elsewhere are returned with their lines
 * and resolved in `load.ts`.
 */
import { mdxToMdast } from 'satteri';
import type { SourceFile } from './glossary.ts';
import type { Problem } from './problem.ts';
import { type Frontmatter, frontmatterSchema } from './schema.ts';
import type { Numbered, Question, Section } from './types.ts';
import { parseYaml } from './yaml-source.ts';

/** Parser features; the Markdown pipeline uses the same, so that both see one document. */
export const MARKDOWN_FEATURES = { headingAttributes: true, smartPunctuation: false } as const;

/** Sections that close every chapter; they carry no number. */
export const CLOSING_SECTIONS = { myths: '흔한 오해', questions: '확인 문제', summary: '정리' } as const;
/** Ids that the layout uses itself. */
const RESERVED_IDS = new Set(['text', 'sources', 'objectives', 'opening', 'search']);

const NUMBERED: Record<string, Numbered['kind']> = {
  Figure: 'figure',
  LayerFigure: 'figure',
  Diagram: 'figure',
  Table: 'table',
  Listing: 'listing',
};
/** What authors may use; kept equal to `src/components/authors.ts` by a test. */
export const COMPONENTS = new Set([
  ...Object.keys(NUMBERED),
  ...['Term', 'Cite', 'Ref', 'Proviso', 'Aside', 'Definition', 'KeyFacts', 'Fact'],
  ...['Misconception', 'Wrong', 'Right', 'Question', 'Answer'],
]);
const VERDICTS = ['틀림', '낡음', '단순화', '조건부'];
const LISTING_KINDS = ['source', 'recorded'];

/** Something named in the text that must exist somewhere in the book. */
export interface Mention {
  id: string;
  line: number;
}

export interface ChapterSource {
  frontmatter: Frontmatter;
  sections: Section[];
  numbered: Omit<Numbered, 'number'>[];
  questions: Question[];
  terms: Mention[];
  citations: Mention[];
  references: Mention[];
  /** Links of the form `[text](/address/)`. */
  links: Mention[];
  /** Prose by paragraph with its line, code left out: for reading time and the check of word forms. */
  prose: { text: string; line: number }[];
}

/** The part of an mdast node that the scan reads. */
interface Node {
  type: string;
  position?: { start: { line: number } };
  children?: Node[];
  value?: string;
  depth?: number;
  name?: string | null;
  url?: string;
  lang?: string | null;
  data?: { hProperties?: { id?: string } };
  attributes?: { type: string; name?: string; value?: string | null | { value: string } }[];
}

export function scanChapter({ file, text }: SourceFile): { source: ChapterSource | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const complain = (line: number | undefined, message: string, remedy: string) => problems.push({ file, line, message, remedy });

  let root: Node;
  try {
    root = mdxToMdast(text, { features: MARKDOWN_FEATURES }) as unknown as Node;
  } catch (error) {
    const [, line, , what] = /^(\d+):(\d+): (.*)$/s.exec((error as Error).message) ?? [];
    complain(
      line ? Number(line) : undefined,
      `MDX를 읽을 수 없다: ${what ?? (error as Error).message}`,
      '열고 닫는 태그와 중괄호를 확인한다. 글 속의 {와 <는 `{‘{’}`, `&lt;`로 쓴다.',
    );
    return { source: undefined, problems };
  }

  const yaml = root.children?.find(({ type }) => type === 'yaml');
  if (!yaml) {
    complain(1, '머리말(frontmatter)이 없다', '첫 줄부터 ---로 감싸 description, objectives, layers를 적는다.');
    return { source: undefined, problems };
  }
  const frontmatter = parseYaml(yaml.value ?? '', frontmatterSchema, file, 2);
  problems.push(...frontmatter.problems);

  const source: Omit<ChapterSource, 'frontmatter'> = {
    sections: [],
    numbered: [],
    questions: [],
    terms: [],
    citations: [],
    references: [],
    links: [],
    prose: [],
  };
  const ids = new Map<string, number>();
  const claimId = (id: string, line: number) => {
    const earlier = ids.get(id);
    if (earlier !== undefined) complain(line, `id ‘${id}’가 이 장에서 두 번 나온다(먼저 ${earlier}행)`, '뜻이 드러나는 다른 id를 준다.');
    else if (RESERVED_IDS.has(id) || /^(n-|src-|cite-)/.test(id)) complain(line, `id ‘${id}’는 판이 쓰는 이름이다`, '다른 id를 준다.');
    ids.set(id, earlier ?? line);
  };

  /** @param container the nearest enclosing Listing or Diagram */
  const visit = (node: Node, container: string | undefined): void => {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'yaml':
        return;
      case 'heading':
        scanHeading(node, line);
        source.prose.push({ text: plainText(node), line });
        break;
      case 'paragraph':
      case 'tableCell':
        source.prose.push({ text: plainText(node), line });
        break;
      case 'code':
        if (!container) complain(line, '코드 블록이 <Listing>이나 <Diagram> 밖에 있다', '`<Listing id="…" title="…">`로 감싼다.');
        return;
      case 'link':
        if (node.url?.startsWith('/')) source.links.push({ id: node.url, line });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        scanComponent(node, line);
        break;
      case 'mdxjsEsm':
        complain(line, '장에는 import와 export를 쓰지 않는다', '부품은 이름만 쓰면 된다. 줄을 지운다.');
        return;
    }
    const inner = node.name === 'Listing' || node.name === 'Diagram' ? node.name : container;
    for (const child of node.children ?? []) visit(child, inner);
  };

  const scanHeading = (node: Node, line: number): void => {
    const depth = node.depth ?? 2;
    const title = plainText(node).trim();
    const id = node.data?.hProperties?.id;
    if (depth === 1) complain(line, `본문에 1단계 제목이 있다: ${title}`, '장 제목은 book.yaml에 있다. ##부터 쓴다.');
    if (!id) {
      complain(line, `제목에 id가 없다: ${title}`, `\`${'#'.repeat(depth)} ${title} {#ascii-id}\`처럼 뜻이 드러나는 id를 단다.`);
      return;
    }
    if (!/^[a-z][a-z0-9-]*$/.test(id)) complain(line, `제목의 id ‘${id}’가 소문자 ASCII가 아니다`, 'a–z, 0–9, -만 쓰고 글자로 시작한다.');
    const previous = source.sections.at(-1)?.depth ?? 1;
    if (depth > previous + 1) complain(line, `제목이 ${previous}단계에서 ${depth}단계로 건너뛴다: ${title}`, `${'#'.repeat(previous + 1)}로 쓴다.`);
    claimId(id, line);
    source.sections.push({ id, depth, title, number: undefined, terms: [], uses: [], line });
  };

  const scanComponent = (node: Node, line: number): void => {
    const name = node.name ?? '';
    if (!/^[A-Z]/.test(name)) return; // ordinary HTML such as <span lang="en">
    if (!COMPONENTS.has(name)) {
      complain(line, `<${name}>라는 부품은 없다`, `쓸 수 있는 것: ${[...COMPONENTS].join(', ')}.`);
      return;
    }
    const attribute = (key: string): string | undefined => {
      const found = node.attributes?.find((candidate) => candidate.name === key);
      return typeof found?.value === 'object' ? found.value?.value : (found?.value ?? undefined);
    };
    const need = (key: string, remedy: string): string | undefined => {
      const value = attribute(key);
      if (!value) complain(line, `<${name}>에 ${key}가 없다`, remedy);
      return value;
    };

    const kind = NUMBERED[name];
    if (kind) {
      const id = need('id', '`id="fig-…"`처럼 이 장에서 하나뿐인 id를 준다.');
      const title = need('title', '한 줄 제목을 `title="…"`로 준다.');
      if (id) {
        if (!/^[a-z][a-z0-9-]*$/.test(id)) complain(line, `<${name}>의 id ‘${id}’가 소문자 ASCII가 아니다`, 'a–z, 0–9, -만 쓰고 글자로 시작한다.');
        claimId(id, line);
        source.numbered.push({ id, kind, title: title ?? '', line });
      }
      source.prose.push({ text: [title, attribute('caption')].filter(Boolean).join(' '), line });
    }
    const code = (node.children ?? []).filter(({ type }) => type === 'code');
    switch (name) {
      case 'Figure':
        need('text', '그림을 보지 못하는 독자를 위한 같은 내용의 글을 `text="…"`로 준다.');
        break;
      case 'LayerFigure':
        need('stacks', '층을 `stacks={[…]}`로 적는다.');
        break;
      case 'Diagram':
        if (code.length !== 1 || code[0]?.lang !== 'mermaid')
          complain(line, '<Diagram> 안에 mermaid 코드 블록이 하나 있어야 한다', '앞뒤에 빈 줄을 두고 ```mermaid 블록을 넣는다.');
        break;
      case 'Table':
        if (!node.children?.some(({ type }) => type === 'table')) complain(line, '<Table> 안에 표가 없다', '앞뒤에 빈 줄을 두고 Markdown 표를 넣는다.');
        break;
      case 'Listing': {
        if (code.length !== 1) complain(line, '<Listing> 안에 코드 블록이 하나 있어야 한다', '앞뒤에 빈 줄을 두고 ``` 블록을 하나 넣는다.');
        const listingKind = attribute('kind') ?? 'source';
        if (!LISTING_KINDS.includes(listingKind))
          complain(line, `<Listing>의 kind ‘${listingKind}’를 모른다`, `${LISTING_KINDS.join(', ')} 가운데 하나를 쓴다.`);
        if (listingKind === 'recorded') {
          need('on', '무엇 위에서 얻은 출력인지 판 번호와 함께 적는다.');
          need('date', '언제 실행했는지 `date="2026-11-20"`처럼 적는다.');
        }
        break;
      }
      case 'Term': {
        const id = need('id', '용어집의 id를 준다.');
        const earlier = source.terms.find((mention) => mention.id === id);
        if (earlier)
          complain(line, `용어 ‘${id}’를 두 번 표시했다(먼저 ${earlier.line}행)`, '한 장에서 처음 나오는 곳만 <Term>으로 표시하고 뒤에는 낱말만 쓴다.');
        else if (id) {
          source.terms.push({ id, line });
          source.sections.at(-1)?.terms.push(id);
        }
        break;
      }
      case 'Cite': {
        const id = need('id', '참고 문헌의 id를 준다.');
        if (id) source.citations.push({ id, line });
        break;
      }
      case 'Ref': {
        const id = need('to', '`to="topic/chapter"`, `to="topic/chapter#id"`, `to="#id"` 가운데 하나를 쓴다.');
        if (id) source.references.push({ id, line });
        break;
      }
      case 'Misconception': {
        need('claim', '오해를 한 문장으로 적는다.');
        const verdict = need('verdict', `${VERDICTS.join(', ')} 가운데 하나를 쓴다.`);
        if (verdict && !VERDICTS.includes(verdict)) complain(line, `판정 ‘${verdict}’를 모른다`, `${VERDICTS.join(', ')} 가운데 하나를 쓴다.`);
        break;
      }
      case 'Question': {
        const goal = Number(need('goal', '재는 학습 목표의 번호를 `goal={3}`처럼 준다.'));
        const count = frontmatter.value?.objectives.length;
        if (count && !(goal >= 1 && goal <= count)) complain(line, `문제가 재는 목표 ${goal}이 없다(목표는 1–${count})`, '학습 목표의 번호를 쓴다.');
        if (!node.children?.some((child) => child.name === 'Answer')) complain(line, '<Question>에 해설이 없다', '<Answer>로 해설을 쓴다.');
        source.questions.push({ goal, line });
        break;
      }
      case 'Wrong':
      case 'Right':
      case 'Fact':
      case 'Definition':
        if (!node.children?.some(({ type }) => type === 'paragraph')) source.prose.push({ text: plainText(node), line });
        break;
    }
  };

  for (const child of root.children ?? []) visit(child, undefined);

  for (const [id, title] of Object.entries(CLOSING_SECTIONS)) {
    if (source.sections.some((section) => section.id === id && section.depth === 2)) continue;
    complain(undefined, `닫는 절 ‘${title}’가 없다`, `\`## ${title} {#${id}}\` 절을 쓴다.`);
  }
  frontmatter.value?.objectives.forEach((objective, index) => {
    if (source.questions.some(({ goal }) => goal === index + 1)) return;
    complain(
      frontmatter.lineOf(['objectives', index]),
      `학습 목표 ${index + 1}을 재는 문제가 없다: ${objective}`,
      `\`<Question goal={${index + 1}}>\`를 쓴다.`,
    );
  });
  for (const [old, present] of Object.entries(frontmatter.value?.aliases ?? {})) {
    const line = frontmatter.lineOf(['aliases', old]);
    if (ids.has(old)) complain(line, `옛 절 id ‘${old}’가 지금도 쓰인다`, '별칭을 지우거나 새 절에 다른 id를 준다.');
    if (!ids.has(present)) complain(line, `옛 절 ‘${old}’가 넘어갈 ‘${present}’가 없다`, '지금 있는 절의 id를 적는다.');
  }
  return { source: frontmatter.value ? { ...source, frontmatter: frontmatter.value } : undefined, problems };
}

/** Text of a node and its children, code left out of prose but kept in headings. */
function plainText(node: Node): string {
  const inHeading = node.type === 'heading';
  const collect = (current: Node): string => {
    if (current.type === 'text') return current.value ?? '';
    if (current.type === 'inlineCode') return inHeading ? (current.value ?? '') : ' ';
    if (current.type === 'break') return ' ';
    return (current.children ?? []).map(collect).join('');
  };
  return collect(node);
}
