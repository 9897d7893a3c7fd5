/**
 * Astro integration: the full-text index, made by Pagefind from the built pages.
 *
 * Pagefind 1.5 puts all Hangul into one chunk, so what it indexes is re-spelt letter by letter
 * (`src/search/jamo-text.ts`) and `src/search/full-text.client.ts` reads it back.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { INDEX_LETTER, toIndexText } from '../search/jamo-text.ts';

export function fullText(): AstroIntegration {
  return {
    name: 'full-text',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { index, errors } = await createIndex({ forceLanguage: 'ko', includeCharacters: '-_./' });
        if (!index) throw new Error(errors.join('\n'));
        const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
        let count = 0;
        for (const name of pages.sort()) {
          const content = readFileSync(join(folder, name), 'utf8');
          if (!content.includes('data-pagefind-body')) continue;
          await index.addHTMLFile({ sourcePath: name.replaceAll('\\', '/'), content: indexText(name, proseOnly(content)) });
          count += 1;
        }
        await index.writeFiles({ outputPath: join(folder, 'pagefind') });
        await close();
        for (const name of readdirSync(join(folder, 'pagefind'))) if (/^pagefind-(?!entry|worker)/.test(name)) rmSync(join(folder, 'pagefind', name)); // interfaces of Pagefind's own
        logger.info(`${count} pages indexed`);
      },
    },
  };
}

/** Notes repeat the glossary and the list of sources; controls and marks are not prose. */
const proseOnly = (html: string) =>
  html
    .replace(/<span class="note src".*?<\/span>[^<]*<\/span>/gs, '')
    .replace(/<span class="note".*?<\/a><\/span>/gs, '')
    .replace(/<a class="(?:permalink|cite)".*?<\/a>|<p class="goal".*?<\/p>/gs, '')
    .replaceAll('\u2060', '');

/** Attributes stay as they are: ids are ASCII, and labels are not indexed. */
function indexText(name: string, html: string): string {
  const clash = html.match(INDEX_LETTER)?.[0];
  if (clash) throw new Error(`${name}: the letter ‘${clash}’ is used by the full-text index (src/search/jamo-text.ts)`);
  return toIndexText(html);
}
