import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createSite, parseHeaders } from '../../scripts/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const LONG = `<!doctype html>${'긴 글이다. '.repeat(500)}`;
const HEADERS = (base: string) =>
  `${base}*\n  X-Frame-Options: DENY\n  Cache-Control: no-cache\n\n${base}_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n`;
const FILES = { 'index.html': '표지', '404.html': '없는 쪽', 'a/b/index.html': LONG, '_astro/x.css': 'p{}', 'book.json': '{}' };
function write(name: string, base: string): string {
  for (const [file, text] of Object.entries({ ...FILES, _headers: HEADERS(base) })) {
    mkdirSync(dirname(join(folder, name, file)), { recursive: true });
    writeFileSync(join(folder, name, file), text);
  }
  return join(folder, name);
}
const servers = [createSite(write('root', '/'), '/'), createSite(write('sub', '/isolation/'), '/isolation/')];
const ports = await Promise.all(
  servers.map((server) => new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))),
);
after(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}
const ask = (path: string, { sub = false, method = 'GET', headers = {} as Record<string, string> } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const options = { port: ports[sub ? 1 : 0], host: '127.0.0.1', path, method, agent: false, headers };
    const sent = (method === 'GET' ? get : request)(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode, headers: response.headers, body, text: body.toString() });
      });
    });
    sent.on('error', reject).end();
  });

test('rules of _headers: signs are literal, * is anything, several headers each', () => {
  const [all, assets] = parseHeaders('/a.b/*\n  X-One: 1\n  X-Two: a: b\n\n/c+d\n  X-Three: 3\n');
  assert.deepEqual(all?.headers, [
    ['X-One', '1'],
    ['X-Two', 'a: b'],
  ]);
  assert.ok(all?.pattern.test('/a.b/x/y') && !all.pattern.test('/aXb/x'));
  assert.ok(assets?.pattern.test('/c+d') && !assets.pattern.test('/c+d/e'));
});

test('pages and files carry their headers; a later rule wins', async () => {
  const page = await ask('/');
  assert.deepEqual([page.status, page.text, page.headers['x-frame-options'], page.headers['cache-control']], [200, '표지', 'DENY', 'no-cache']);
  assert.match(page.headers['content-type'] ?? '', /^text\/html/);
  const style = await ask('/_astro/x.css');
  assert.equal(style.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(style.headers['x-frame-options'], 'DENY');
});

test('an unknown address gets the 404 page with the headers', async () => {
  for (const path of ['/gone/', '/a/b/c', '/%E0%A4%A', '/../../etc/passwd']) {
    const { status, text, headers } = await ask(path);
    assert.deepEqual([status, text, headers['x-frame-options']], [404, '없는 쪽', 'DENY'], path);
  }
  const head = await ask('/gone/', { method: 'HEAD' });
  assert.deepEqual([head.status, head.text], [404, '']);
});

test('an address without its slash is redirected', async () => {
  const { status, headers } = await ask('/a/b');
  assert.deepEqual([status, headers.location], [301, '/a/b/']);
  assert.equal((await ask('/book.json')).status, 200);
});

test('under a base path: only there, and its bare name leads there', async () => {
  assert.equal((await ask('/isolation/a/b/', { sub: true })).status, 200);
  assert.deepEqual((await ask('/isolation', { sub: true })).headers.location, '/isolation/');
  assert.deepEqual((await ask('/isolation/a/b', { sub: true })).headers.location, '/isolation/a/b/');
  for (const path of ['/', '/a/b/', '/isolationist/']) assert.equal((await ask(path, { sub: true })).status, 404, path);
  assert.equal((await ask('/isolation/', { sub: true })).headers['x-frame-options'], 'DENY');
});

test('text is compressed as the reader wishes, and says that it depends on that', async () => {
  assert.equal((await ask('/a/b/')).headers['content-encoding'], undefined);
  const zipped = await ask('/a/b/', { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(zipped.body).toString(), LONG);
  const brotli = await ask('/a/b/', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(brotli.body).toString(), LONG);
  assert.match(brotli.headers.vary ?? '', /accept-encoding/i);
});

test('what the reader already has is not sent again', async () => {
  const { headers } = await ask('/a/b/');
  const again = await ask('/a/b/', { headers: { 'if-none-match': headers.etag ?? '' } });
  assert.deepEqual([again.status, again.text], [304, '']);
});
