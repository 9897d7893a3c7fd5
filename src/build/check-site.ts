/** Astro integration, last of all: every link and fragment of the built pages resolves, and so does every address ever published. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { brokenPromises, LEDGER, readLedger } from '../book/ledger.ts';
import type { Problem } from '../book/problem.ts';
import { formatProblems } from '../book/problem.ts';
import { currentBook } from '../current-book.ts';
import { basePath } from '../site.ts';
import { stop } from './stop.ts';

export function checkSite(): AstroIntegration {
  return {
    name: 'check-site',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const site = readSite(fileURLToPath(dir));
        const problems = [...deadLinks(site, basePath, inChapter), ...ledgerProblems(site)];
        if (problems.length > 0) stop(formatProblems(problems));
        logger.info(`${site.pages.size} pages, every link and published address resolves`);
      },
    },
  };
}

export interface BuiltSite {
  /** Address without base (`/glossary/`) → HTML. */
  pages: Map<string, string>;
  /** Address → ids; files that are not pages have an empty set. */
  ids: Map<string, Set<string>>;
}

export function readSite(folder: string): BuiltSite {
  const pages = new Map<string, string>();
  const ids = new Map<string, Set<string>>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))) {
    if (!name.endsWith('.html')) {
      ids.set(`/${name}`, new Set());
      continue;
    }
    const html = readFileSync(join(folder, name), 'utf8');
    const address = `/${name.replace(/index\.html$/, '')}`;
    pages.set(address, html);
    ids.set(address, idsIn(html));
  }
  return { pages, ids };
}

/** Opening tags only: code that is shown is text, and may well hold ` href="…"`. */
const tagsOf = (html: string): string => (html.match(/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi) ?? []).join('');

export const idsIn = (html: string): Set<string> => new Set([...tagsOf(html).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? ''));

type Place = Pick<Problem, 'file' | 'line'>;

/**
 * @param base path under which the site is published, with slashes at both ends
 * @param written where an author wrote the link (address without base), when it was one
 */
export function deadLinks({ pages, ids }: BuiltSite, base: string, written: (page: string, link: string) => Place | undefined = () => undefined): Problem[] {
  const dead = new Map<string, { pages: string[]; link: string; message: string }>();
  for (const [page, html] of pages) {
    for (const [, raw = ''] of tagsOf(html).matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const target = raw.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
      if (/^[a-z][a-z0-9+.-]*:/i.test(target)) continue;
      const complain = (message: string) => {
        const link = target.startsWith(base) ? `/${target.slice(base.length)}` : target;
        const same = dead.get(target.startsWith('#') ? page + target : target) ?? { pages: [], link, message };
        same.pages.push(page);
        dead.set(target.startsWith('#') ? page + target : target, same);
      };
      const [path = '', id] = target.split('#');
      const bare = path.split('?')[0] ?? '';
      if (bare && !bare.startsWith(base)) {
        complain(`링크 ‘${target}’가 사이트의 뿌리(${base})를 벗어난다`);
        continue;
      }
      const address = bare ? `/${bare.slice(base.length)}` : page;
      const found = ids.get(address);
      if (!found) complain(`링크 ‘${target}’가 가리키는 쪽이 없다`);
      else if (id && !found.has(id) && !found.has(decode(id))) complain(`링크 ‘${target}’가 가리키는 id가 그 쪽에 없다`);
    }
  }
  const remedy = '가리키는 곳의 주소를 고친다. 옮긴 쪽이면 book.yaml의 redirects에 적는다.';
  return [...dead.values()].map(({ pages: where, link, message }) => ({
    ...(where.map((page) => written(page, link)).find((place) => place) ?? { file: `dist${where[0]}`.replace(/\/$/, '/index.html') }),
    message: new Set(where).size > 1 ? `${message}(모두 ${new Set(where).size}쪽에서)` : message,
    remedy,
  }));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function inChapter(page: string, link: string): Place | undefined {
  const file = currentBook().chapters.get(page.slice(1, -1))?.text?.file;
  const line = file
    ? readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes(`](${link})`)) + 1
    : 0;
  return file && line ? { file, line } : undefined;
}

function ledgerProblems(site: BuiltSite): Problem[] {
  if (!existsSync(LEDGER)) return [];
  const text = readFileSync(LEDGER, 'utf8');
  const lines = text.split('\n');
  return brokenPromises(readLedger(text), site.ids, currentBook().book.redirects).map(({ address, reason }) => ({
    file: LEDGER,
    line: lines.indexOf(address) + 1,
    message: `펴낸 주소 ${address}가 사라졌다: ${reason}`,
    remedy: '장을 옮겼으면 book.yaml의 redirects에, 절 id를 바꿨으면 그 장 머리말의 aliases에 옛 이름을 적는다.',
  }));
}
