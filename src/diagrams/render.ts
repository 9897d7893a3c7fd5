/**
 * Diagrams as data → the book's SVGs. Mermaid, driven by rehype-mermaid in a headless browser with the book's font,
 * lays out every diagram in several ways; the roomiest that fits a phone is drawn.
 * Imported by the script only: the build never needs a browser.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import rehypeMermaid from 'rehype-mermaid';
import { optimize } from 'svgo';
import { unified } from 'unified';
import { element, type Node, text } from '../markdown/tree.ts';
import { LAYOUTS, type Layout, MERMAID, PHONE_WIDTH, TEXT } from './config.ts';
import { type Drawing, draw } from './draw.ts';
import { readFlowchart, readSequence } from './geometry.ts';
import { toMermaid } from './mermaid-source.ts';
import { unsafeParts } from './safe-svg.ts';
import type { Diagram } from './types.ts';

/** @returns one drawing for each diagram, in their order */
export async function renderDiagrams(diagrams: readonly Diagram[]): Promise<Drawing[]> {
  if (diagrams.length === 0) return [];
  const tries = diagrams.flatMap((diagram) => layoutsFor(diagram).map((layout) => ({ diagram, layout })));
  const pictures = await runMermaid(tries.map(({ diagram, layout }) => toMermaid(diagram, layout)));
  const drawings = tries.map(({ diagram, layout }, index) => {
    const picture = pictures[index] as Node;
    return { diagram, drawing: draw(diagram, diagram.type === 'flowchart' ? readFlowchart(picture) : readSequence(picture), layout) };
  });
  return diagrams.map((diagram) => {
    const candidates = drawings.filter((candidate) => candidate.diagram === diagram).map(({ drawing }) => drawing);
    const fitting = candidates.find(({ width }) => width <= PHONE_WIDTH);
    return finish(fitting ?? candidates.reduce((best, next) => (next.width < best.width ? next : best)));
  });
}

const layoutsFor = (diagram: Diagram): readonly Layout[] =>
  LAYOUTS[diagram.type].filter(({ direction }) => !direction || (diagram.type === 'flowchart' && diagram.direction !== direction));

/** Shortens numbers and paths; classes and the accessible role stay. */
function finish({ svg, width, height }: Drawing): Drawing {
  const { data } = optimize(svg, {
    multipass: true,
    floatPrecision: 1,
    plugins: [
      {
        name: 'preset-default',
        params: {
          overrides: { removeUnknownsAndDefaults: false, mergePaths: false, collapseGroups: false, convertShapeToPath: false, removeHiddenElems: false },
        },
      },
    ],
  });
  const unsafe = unsafeParts(data);
  if (unsafe.length > 0) throw new Error(`rendered SVG holds what it must not: ${unsafe.join(', ')}`);
  return { svg: `${data}\n`, width, height };
}

/** Mermaid sources → SVG elements (hast). */
async function runMermaid(sources: readonly string[]): Promise<Node[]> {
  const folder = mkdtempSync(join(tmpdir(), 'diagrams-'));
  try {
    const css = join(folder, 'font.css');
    const font = join(dirname(createRequire(import.meta.url).resolve('pretendard/package.json')), 'dist/public/variable/PretendardVariable.ttf');
    writeFileSync(css, `@font-face { font-family: "${TEXT.family}"; src: url("${pathToFileURL(font).href}"); font-weight: 45 920; }\n`);
    const tree = {
      type: 'root',
      children: sources.map((source) => element('pre', {}, [element('code', { className: ['language-mermaid'] }, [text(source)])])),
    };
    const executablePath = findBrowser();
    const processor = unified().use(rehypeMermaid, {
      strategy: 'inline-svg',
      css: pathToFileURL(css).href,
      mermaidConfig: structuredClone(MERMAID) as object,
      launchOptions: {
        ...(executablePath ? { executablePath } : {}),
        args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
      },
    });
    const { children = [] } = (await processor.run(tree as never)) as unknown as Node;
    const pictures = children.filter(({ tagName }) => tagName === 'svg');
    if (pictures.length !== sources.length) throw new Error(`Mermaid drew ${pictures.length} of ${sources.length} diagrams`);
    return pictures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser named by the environment, else Playwright's own (undefined), else the system's. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'] ?? process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
  if (named) return named;
  if (existsSync(chromium.executablePath())) return undefined;
  const found = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (!found) throw new Error('no Chromium: install one (`apt-get install chromium` or `npx playwright install chromium`) or set CHROMIUM_PATH');
  return found;
}
