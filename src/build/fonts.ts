/**
 * Astro integration: two web fonts with just the characters that the book uses, made before the build from
 * everything that can reach a page. Writes `.generated/fonts.css` and the files beside it.
 *
 * A character that is missing would fall back to the system's font; `tests/site` looks for such characters.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';

/** Printable ASCII and the punctuation that the frame sets itself. */
const ALWAYS = `${Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')}·…–—‘’“”「」『』×→←↑↓−+§©ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ`;
/** Kerning, digits of one width, composition, the brackets' width: nothing else of the fonts is used. */
const FEATURES = ['kern', 'tnum', 'ccmp', 'mark'];

/** Copyright, licence and its address stay in the files, as the Open Font License asks; the reserved names are not used for the subsets. */
const NAMES = [0, 13, 14];

interface Face {
  file: string;
  family: string;
  /** From the folder of the package. */
  source: [packageName: string, path: string];
  weight: string;
  axes?: Record<string, { min: number; max: number }>;
}

const FACES: Record<'text' | 'code', Face> = {
  text: {
    file: 'text.woff2',
    family: 'Book Text',
    source: ['pretendard', 'dist/public/variable/PretendardVariable.ttf'],
    weight: '400 700',
    axes: { wght: { min: 400, max: 700 } },
  },
  code: { file: 'code.woff2', family: 'Book Code', source: ['d2coding', 'src/d2coding.ttf'], weight: '400' },
};

/**
 * Metrics-matched stand-ins while the fonts are on their way: lines break at the same places and little moves.
 * Percentages make the advance of Noto Sans KR that of Pretendard; measured in Chromium over the text of the book,
 * by kind of character, because the two differ most in spaces and punctuation.
 */
const FALLBACK: [range: string, percent: number][] = [
  ['', 93.94], // Hangul, and what is not below
  ['U+20', 112],
  ['U+28-29,U+30-39,U+41-5A', 100.8],
  ['U+2C,U+2E,U+3A', 91.6],
  ['U+B7', 45.3],
];
const STAND_INS = ['Noto Sans CJK KR', 'Noto Sans KR', 'Malgun Gothic'];
const WEIGHTS = { '400 599': '', '600 900': ' Bold' };

/** Ascent and descent of Pretendard, percent of the size; `size-adjust` scales the overrides too, so they are divided by it. */
const METRICS = { ascent: 95.21, descent: 24.12 };

const fallbackFaces = (): string =>
  FALLBACK.flatMap(([range, percent]) => {
    const scaled = (metric: number) => ((metric / percent) * 100).toFixed(1);
    // Spaces and punctuation of the bold differ little; its letters must be there, or headings look light.
    return Object.entries(WEIGHTS).map(([weight, style]) => {
      const local = STAND_INS.map((name) => `local("${name}${style}")`).join(',');
      return `@font-face{font-family:"Book Text Fallback";font-weight:${weight};src:${local};size-adjust:${percent}%;ascent-override:${scaled(METRICS.ascent)}%;descent-override:${scaled(METRICS.descent)}%;line-gap-override:0%;${range ? `unicode-range:${range};` : ''}}\n`;
    });
  }).join('');

export function fonts(): AstroIntegration {
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command === 'preview') return;
        const root = fileURLToPath(config.root);
        const sizes = await makeFonts(root);
        logger.info(
          Object.entries(sizes)
            .map(([name, size]) => `${name} ${(size / 1000).toFixed(1)} kB`)
            .join(', '),
        );
      },
    },
  };
}

/** @returns bytes of each font file */
export async function makeFonts(root: string): Promise<Record<string, number>> {
  const used = usedCharacters(root);
  const folder = join(root, '.generated');
  mkdirSync(folder, { recursive: true });
  const sizes: Record<string, number> = {};
  let css = '';
  for (const [name, face] of Object.entries(FACES)) {
    const characters = used[name as 'text' | 'code'];
    const source = packageFile(...face.source);
    const key = createHash('sha256')
      .update(characters)
      .update(source)
      .update(JSON.stringify([face, FEATURES]))
      .digest('hex')
      .slice(0, 16);
    const file = join(folder, face.file);
    const stamp = `${file}.key`;
    if (!existsSync(file) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== key) {
      const options = {
        targetFormat: 'woff2',
        noHinting: true,
        keepFeatures: FEATURES,
        preserveNameIds: NAMES,
        ...(face.axes ? { variationAxes: face.axes } : {}),
      } as const;
      writeFileSync(file, await subsetFont(readFileSync(source), characters, options));
      writeFileSync(stamp, key);
    }
    sizes[name] = readFileSync(file).length;
    css += `@font-face { font-family: "${face.family}"; src: url("./${face.file}") format("woff2"); font-weight: ${face.weight}; font-display: swap; }\n`;
  }
  writeIfChanged(join(folder, 'fonts.css'), css + fallbackFaces());
  return sizes;
}

/** Characters of the text face and of the code face, sorted. */
export function usedCharacters(root: string): Record<'text' | 'code', string> {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(mdx|yaml|json|astro|ts|csl|xml)$/.test(name));
  const all = new Set(ALWAYS);
  const code = new Set(ALWAYS);
  for (const file of files) {
    const source = readFileSync(join(root, 'src', file), 'utf8');
    for (const character of source) if (character > ' ') all.add(character);
    if (!/\.(mdx|astro)$/.test(file)) continue;
    for (const [, fenced] of source.matchAll(/^```[^\n]*\n(.*?)^```/gms)) for (const character of fenced ?? '') if (character > ' ') code.add(character);
    for (const [span] of source.matchAll(/`[^`\n]+`|<code>.*?<\/code>/g)) for (const character of span) code.add(character);
  }
  return { text: [...all].sort().join(''), code: [...code].sort().join('') };
}

function packageFile(name: string, path: string): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve(`${name}/package.json`)), path);
}

/** An unchanged file keeps its time, so that nothing is built again. */
function writeIfChanged(file: string, content: string): void {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) writeFileSync(file, content);
}
