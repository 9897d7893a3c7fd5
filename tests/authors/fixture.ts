/**
 * A whole book with one tiny chapter, laid out like the repository and really built by Astro: the sources of the
 * repository, the content of `tests/authors/book/`, and the changes of one test.
 *
 * Stands in `.cache/authors/` so that packages are found in the repository, and has Astro's caches to itself.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const REPOSITORY = join(import.meta.dirname, '../..');
const FOLDER = join(REPOSITORY, '.cache/authors');
const ASTRO = join(REPOSITORY, 'node_modules/astro/bin/astro.mjs');

/** File → its new text, or what to make of the present one. */
export type Changes = Record<string, string | ((text: string) => string)>;

export interface Built {
  root: string;
  code: number;
  /** Everything said, without colours. */
  output: string;
}

export function makeFixture(name: string, changes: Changes = {}): string {
  const root = join(FOLDER, name);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const content = join(REPOSITORY, 'src/content');
  const left = [content, join(REPOSITORY, 'src/pages/specimen.astro')];
  cpSync(join(REPOSITORY, 'src'), join(root, 'src'), { recursive: true, filter: (path) => !left.includes(path) });
  for (const file of ['public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) cpSync(join(REPOSITORY, file), join(root, file), { recursive: true });
  for (const file of ['book.yaml', 'references/book.csl', 'references/locale-ko-KR.xml']) cpSync(join(content, file), join(root, 'src/content', file));
  cpSync(join(import.meta.dirname, 'book'), root, { recursive: true });
  // Fonts are made again only where the characters differ.
  const fonts = join(FOLDER, 'valid/.generated');
  if (name !== 'valid' && existsSync(fonts)) cpSync(fonts, join(root, '.generated'), { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof change === 'string' ? change : change(readFileSync(path, 'utf8')));
  }
  return root;
}

export function build(root: string, environment: Record<string, string> = {}): Promise<Built> {
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    SITE_URL: '',
    BASE_PATH: '',
    REPOSITORY_URL: '',
    ...environment,
  };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [ASTRO, 'build'], { cwd: root, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    child.on('close', (code) => resolve({ root, code: code ?? -1, output }));
  });
}
