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
 * Metrics-matched stand-ins while the fonts are on their way. Noto Sans KR has Hangul of .92 em; at 94 % it has
 * the advance of Pretendard (.864 em), so that lines break at the same places and nothing moves.
 */
const FALLBACK = `@font-face { font-family: "Book Text Fallback"; font-weight: 400 700; src: local("Noto Sans CJK KR"), local("Noto Sans KR"), local("Malgun Gothic"); size-adjust: 94%; ascent-override: 101%; descent-override: 26%; line-gap-override: 0%; }\n`;

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
  writeIfChanged(join(folder, 'fonts.css'), css + FALLBACK);
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
