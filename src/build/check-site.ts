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
        const problems = [...deadLinks(site, basePath), ...ledgerProblems(site)];
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
    ids.set(address, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')));
  }
  return { pages, ids };
}

/** @param base path under which the site is published, with slashes at both ends */
export function deadLinks({ pages, ids }: BuiltSite, base: string): Problem[] {
  const dead = new Map<string, { pages: string[]; message: string }>();
  for (const [page, html] of pages) {
    for (const [, raw = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const target = raw.replaceAll('&amp;', '&');
      if (/^[a-z][a-z0-9+.-]*:/i.test(target)) continue;
      const complain = (message: string) => {
        const same = dead.get(target.startsWith('#') ? page + target : target) ?? { pages: [], message };
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
      else if (id && !found.has(decodeURIComponent(id))) complain(`링크 ‘${target}’가 가리키는 id가 그 쪽에 없다`);
    }
  }
  const remedy = '가리키는 곳의 주소를 고친다. 옮긴 쪽이면 book.yaml의 redirects에 적는다.';
  return [...dead.values()].map(({ pages: where, message }) => ({
    file: `dist${where[0]}`,
    message: new Set(where).size > 1 ? `${message}(모두 ${new Set(where).size}쪽에서)` : message,
    remedy,
  }));
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
