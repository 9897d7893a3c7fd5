/**
 * Serves a built site as a static host would: compressed, with the headers of `_headers`, with its own 404 page.
 *
 *   node scripts/serve.ts [folder] [--port 4321]      (environment: BASE_PATH as in the build)
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from '@polka/compression';
import sirv from 'sirv';
import { basePath } from '../src/site.ts';

export const PORT = 4321;

interface HeaderRule {
  pattern: RegExp;
  headers: [name: string, value: string][];
}

/** `_headers` as Netlify and Cloudflare Pages read it: a path, then indented headers; `*` stands for anything. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1] ?? '', header[2] ?? '']);
    else if (line.trim())
      rules.push({
        pattern: new RegExp(
          `^${line
            .trim()
            .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
            .replaceAll('*', '.*')}$`,
        ),
        headers: [],
      });
  }
  return rules;
}

/** @param base path under which the site was built, with slashes at both ends */
export function createSite(folder: string, base = '/'): Server {
  const rules = parseHeaders(existsSync(join(folder, '_headers')) ? readFileSync(join(folder, '_headers'), 'utf8') : '');
  const files = sirv(folder, { etag: true });
  const compress = compression({ brotli: true, level: 9 });
  const notFound = existsSync(join(folder, '404.html')) ? readFileSync(join(folder, '404.html')) : Buffer.from('404');
  const setHeaders = (address: string, response: ServerResponse) => {
    for (const { pattern, headers } of rules) if (pattern.test(address)) for (const [name, value] of headers) response.setHeader(name, value);
  };
  return createServer((request, response) => {
    const address = (request.url ?? '/').split('?')[0] ?? '/';
    setHeaders(address, response);
    const missing = () => {
      response.statusCode = 404;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(request.method === 'HEAD' ? undefined : notFound);
    };
    compress(request, response, () => {
      if (!`${address}/`.startsWith(base)) return missing();
      if (address === base.slice(0, -1)) {
        response.writeHead(301, { location: base });
        return response.end();
      }
      // sirv answers `/x` with `/x/index.html`; a static host redirects, so that relative addresses hold.
      const within = `/${address.slice(base.length)}`;
      if (!within.endsWith('/') && existsSync(join(folder, decode(within), 'index.html'))) {
        response.writeHead(301, { location: `${address}/` });
        return response.end();
      }
      request.url = within + (request.url?.includes('?') ? request.url.slice(request.url.indexOf('?')) : '');
      files(request, response, missing);
    });
  });
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = 'dist'] = process.argv.slice(2).filter((argument, index, all) => !argument.startsWith('--') && !all[index - 1]?.startsWith('--'));
  const flag = process.argv.indexOf('--port');
  const port = flag > 0 ? Number(process.argv[flag + 1]) : PORT;
  const server = createSite(folder, basePath);
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `포트 ${port}를 다른 프로그램이 쓰고 있다. 그 프로그램을 끝내거나 --port로 다른 번호를 준다.` : error.message);
    process.exit(1);
  });
  server.listen(port, () => console.log(`책이 열렸다: http://localhost:${port}${basePath}`));
}
