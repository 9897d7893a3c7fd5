/**
 * Rendered diagrams in the repository: `src/content/diagrams/<hash>.svg`, keyed by source and configuration.
 * The build reads only these; it needs neither Mermaid nor a browser.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RENDERING } from './config.ts';

export const DIAGRAM_FOLDER = 'src/content/diagrams';

/** A ```mermaid block of a chapter. */
export interface DiagramBlock {
  /** Path relative to the repository root. */
  file: string;
  /** 1-based line on which the source starts. */
  line: number;
  source: string;
}

/** One form for one diagram: line ends, indentation and outer blank lines do not count. */
const normalise = (source: string): string =>
  source
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');

export const diagramHash = (source: string): string =>
  createHash('sha256')
    .update([RENDERING, normalise(source)].join('\n'))
    .digest('hex')
    .slice(0, 12);

export const diagramFile = (source: string): string => `${DIAGRAM_FOLDER}/${diagramHash(source)}.svg`;

export type StoredDiagram = { svg: string; problem?: undefined } | { svg?: undefined; problem: { message: string; remedy: string } };

/** @param root repository root */
export function readDiagram(root: string, source: string): StoredDiagram {
  const file = diagramFile(source);
  const path = join(root, file);
  const svg = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return svg ? { svg } : { problem: { message: `그림이 아직 그려지지 않았다(${file})`, remedy: '`npm run diagrams`를 실행하고 생긴 SVG를 함께 커밋한다.' } };
}

/** Every mermaid block of every MDX file under src/content, in the order of files and lines. */
export function collectDiagrams(root: string): DiagramBlock[] {
  const folder = 'src/content';
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .flatMap((file) => findBlocks(file, readFileSync(join(root, file), 'utf8')));
}

export function findBlocks(file: string, text: string): DiagramBlock[] {
  const blocks: DiagramBlock[] = [];
  let open: { fence: string; line: number; mermaid: boolean; lines: string[] } | undefined;
  text.split(/\r?\n/).forEach((content, index) => {
    const [, fence = '', info = ''] = /^\s*(`{3,}|~{3,})\s*(\S*)/.exec(content) ?? [];
    if (!open && fence) open = { fence, line: index + 2, mermaid: info === 'mermaid', lines: [] };
    else if (open && fence.startsWith(open.fence) && !info) {
      if (open.mermaid) blocks.push({ file, line: open.line, source: open.lines.join('\n') });
      open = undefined;
    } else open?.lines.push(content);
  });
  return blocks;
}

export interface Freshness {
  /** One for each source that has no SVG. */
  missing: DiagramBlock[];
  /** Files of the folder that no source needs any more. */
  orphans: string[];
}

export function checkFreshness(root: string, blocks: readonly DiagramBlock[]): Freshness {
  const needed = new Map(blocks.map((block) => [diagramFile(block.source), block]));
  const folder = join(root, DIAGRAM_FOLDER);
  const present = existsSync(folder) ? readdirSync(folder).map((name) => `${DIAGRAM_FOLDER}/${name}`) : [];
  return {
    missing: [...needed].filter(([file]) => !present.includes(file)).map(([, block]) => block),
    orphans: present.filter((file) => !needed.has(file)).sort(),
  };
}
