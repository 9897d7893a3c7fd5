/**
 * Serves a built site as a static host would: compressed, with the headers of `_headers`, with its own 404 page.
 *
 *   node scripts/serve.ts [folder] [--port 4321]      (environment: BASE_PATH as in the build)
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, gzipSync } from 'node:zlib';
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

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
};
const compress = promisify(brotliCompress);
const COMPRESSED = /^(text|application\/json|image\/svg)/;

interface Body {
  type: string;
  etag: string;
  /** By content coding; `identity` is the file itself. */
  coded: Partial<Record<'identity' | 'br' | 'gzip', Buffer>>;
}

/** @param base path under which the site was built, with slashes at both ends */
export function createSite(folder: string, base = '/'): Server {
  const rules = parseHeaders(existsSync(join(folder, '_headers')) ? readFileSync(join(folder, '_headers'), 'utf8') : '');
  const read = keepBodies();
  const server = createServer((request, response) => {
    const address = decode((request.url ?? '/').split('?')[0] ?? '/');
    for (const { pattern, headers } of rules) if (pattern.test(address)) for (const [name, value] of headers) response.setHeader(name, value);
    const within = address.startsWith(base) ? `/${address.slice(base.length)}` : undefined;
    const path = within === undefined || within.includes('..') ? undefined : join(folder, within.endsWith('/') ? `${within}index.html` : within);
    const isFolder = path !== undefined && !within?.endsWith('/') && existsSync(join(path, 'index.html'));
    if (isFolder || address === base.slice(0, -1)) {
      const query = request.url?.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
      response.writeHead(301, { location: `${encodeURI(address)}/${query}` }).end();
      return;
    }
    const found = path !== undefined && existsSync(path) && statSync(path).isFile();
    const body = read(found ? path : join(folder, '404.html'));
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const coding = !COMPRESSED.test(body.type) ? 'identity' : /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
    if (found && request.headers['if-none-match'] === body.etag) {
      response.writeHead(304).end();
      return;
    }
    const bytes = encode(body, coding);
    response.setHeader('vary', 'accept-encoding');
    if (coding !== 'identity') response.setHeader('content-encoding', coding);
    response.writeHead(found ? 200 : 404, { 'content-type': body.type, 'content-length': bytes.length, ...(found ? { etag: body.etag } : {}) });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  server.once('listening', () => void warm(server, folder, read));
  return server;
}

/** Files are read and compressed once, as hosts do it when a site is published. */
function keepBodies(): (path: string) => Body {
  const bodies = new Map<string, Body>();
  return (path) => {
    const { size, mtimeMs } = statSync(path);
    const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    const kept = bodies.get(path);
    if (kept?.etag === etag) return kept;
    const body: Body = { type: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream', etag, coded: { identity: readFileSync(path) } };
    bodies.set(path, body);
    return body;
  };
}

/** Compresses everything in the background, so that no reader waits for it. */
async function warm(server: Server, folder: string, read: (path: string) => Body): Promise<void> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!server.listening) return; // the folder may be gone with it
    if (!statSync(path).isFile()) continue;
    const body = read(path);
    if (COMPRESSED.test(body.type) && !body.coded.br && body.coded.identity) body.coded.br = await compress(body.coded.identity);
  }
}

function encode({ coded }: Body, coding: 'identity' | 'br' | 'gzip'): Buffer {
  const plain = coded.identity ?? Buffer.alloc(0);
  coded[coding] ??= coding === 'br' ? brotliCompressSync(plain) : gzipSync(plain, { level: 9 });
  return coded[coding];
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
