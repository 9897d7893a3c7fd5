/** Astro integration: what static hosts read beside the pages: `_headers`, `_redirects`, the permanent redirects as pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { currentBook } from '../current-book.ts';
import { contentSecurityPolicy } from '../security.ts';
import { basePath, href } from '../site.ts';

const YEAR = 31_536_000;

export function hostFiles(): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const { redirects } = currentBook().book;
        writeFileSync(join(folder, '_headers'), headers());
        writeFileSync(
          join(folder, '_redirects'),
          Object.entries(redirects)
            .map(([from, to]) => `${href(from)} ${href(to)} 301\n`)
            .join(''),
        );
        for (const [from, to] of Object.entries(redirects)) {
          const file = join(folder, from, 'index.html');
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, redirectPage(href(to)));
        }
      },
    },
  };
}

function headers(): string {
  return `${basePath}*
  Content-Security-Policy: ${contentSecurityPolicy}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: same-origin
  Strict-Transport-Security: max-age=${YEAR}; includeSubDomains

${basePath}_astro/*
  Cache-Control: public, max-age=${YEAR}, immutable
`;
}

const redirectPage = (target: string) => `<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>옮긴 쪽</title><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${target}"><link rel="canonical" href="${target}"></head>
<body><p>이 쪽은 <a href="${target}">새 주소</a>로 옮겼다.</p></body></html>
`;
