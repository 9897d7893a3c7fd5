/**
 * `npm run diagrams`: draws every diagram of the book whose source or configuration has changed and removes drawings
 * that nothing uses. `--check` only says what would change and fails if anything would. `--all` draws all again.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatProblems } from '../src/book/problem.ts';
import { sourceProblems } from '../src/diagrams/check.ts';
import { PHONE_WIDTH, TEXT } from '../src/diagrams/config.ts';
import { parseDiagram } from '../src/diagrams/parse.ts';
import { checkFreshness, collectDiagrams, DIAGRAM_FOLDER, diagramFile } from '../src/diagrams/store.ts';
import type { Diagram } from '../src/diagrams/types.ts';

/** Below this size of text on a phone the author is told. */
const LEGIBLE = 12;

const root = join(import.meta.dirname, '..');
const blocks = collectDiagrams(root);
const mistakes = sourceProblems(blocks);
if (mistakes.length > 0) fail(formatProblems(mistakes));

const { missing, orphans } = checkFreshness(root, blocks);
if (process.argv.includes('--check')) {
  const stale = [
    ...missing.map(({ file, line, source }) => `${file}:${line}  그려지지 않았거나 낡았다(${diagramFile(source)})`),
    ...orphans.map((file) => `${file}  쓰는 곳이 없다`),
  ];
  if (stale.length > 0) fail(`${stale.join('\n')}\n    고치는 법: \`npm run diagrams\`를 실행하고 결과를 커밋한다.`);
  console.log(`그림 ${blocks.length}개가 모두 최신이다.`);
} else {
  const wanted = process.argv.includes('--all') ? blocks : missing;
  const unique = new Map(wanted.map(({ source }) => [diagramFile(source), parseDiagram(source).diagram as Diagram]));
  // Loaded only when there is something to draw: needs a browser.
  const drawings = unique.size > 0 ? await (await import('../src/diagrams/render.ts')).renderDiagrams([...unique.values()]) : [];
  mkdirSync(join(root, DIAGRAM_FOLDER), { recursive: true });
  for (const [index, file] of [...unique.keys()].entries()) writeFileSync(join(root, file), drawings[index]?.svg ?? '');
  for (const file of orphans) rmSync(join(root, file));
  report(unique);
}

function report(drawn: ReadonlyMap<string, Diagram>): void {
  const rows = blocks.map(({ file, line, source }) => {
    const path = diagramFile(source);
    const svg = readFileSync(join(root, path));
    const [, , , width = 0, height = 0] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg.toString())?.map(Number) ?? [];
    const size = TEXT.size * Math.min(1, PHONE_WIDTH / width);
    return {
      곳: `${file.replace('src/content/', '')}:${line}`,
      파일: path.slice(DIAGRAM_FOLDER.length + 1),
      '크기(px)': `${width}×${height}`,
      '전화기의 글자(px)': Number(size.toFixed(1)),
      바이트: svg.length,
      gzip: gzipSync(svg).length,
      상태: size < LEGIBLE ? '글자가 작다: 라벨이나 마디를 줄인다' : drawn.has(path) ? '그렸다' : '그대로',
    };
  });
  console.table(rows);
  if (orphans.length > 0) console.log(`쓰이지 않는 그림 ${orphans.length}개를 지웠다.`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
