/**
 * `npm run lighthouse`: Lighthouse (mobile) on one page of each kind of the built site. Prints a table; exits with 1
 * below 100. Lighthouse itself is fetched by npx, so that an ordinary install stays light.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, ensureChromium } from './chromium.ts';
import { createSite } from './serve.ts';

const LIGHTHOUSE = 'lighthouse@13';
const PAGES = { 표지: '/', 장: '/containers/what/', 용어: '/glossary/namespace/', 찾기: '/search/' };
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

interface Report {
  categories: Record<string, { score: number }>;
  audits: Record<string, { numericValue?: number; score: number | null; title: string }>;
}

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const server = createSite('dist').listen(0);
const { port } = server.address() as AddressInfo;
const rows: Record<string, Record<string, number>> = {};
let perfect = true;
for (const [name, address] of Object.entries(PAGES)) {
  await fetch(`http://localhost:${port}${address}`, { headers: { 'accept-encoding': 'br' } }); // compressed once, as on a host
  const output = join(folder, `${name}.json`);
  const flags = ['--headless=new', ...chromiumFlags].join(' ');
  const args = ['--yes', LIGHTHOUSE, `http://localhost:${port}${address}`, '--quiet', '--output=json', `--output-path=${output}`, `--chrome-flags=${flags}`];
  // Its own process serves the page: a synchronous child would stop this one's server.
  const child = await run('npx', args, { CHROME_PATH: ensureChromium() });
  if (child !== 0) process.exit(1);
  const { categories, audits } = JSON.parse(readFileSync(output, 'utf8')) as Report;
  const scores = Object.fromEntries(CATEGORIES.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)]));
  rows[name] = {
    ...scores,
    'LCP ms': Math.round(audits['largest-contentful-paint']?.numericValue ?? 0),
    CLS: audits['cumulative-layout-shift']?.numericValue ?? 0,
  };
  if (Object.values(scores).some((score) => score < 100)) {
    perfect = false;
    for (const { score, title } of Object.values(audits)) if (score !== null && score < 0.9) console.log(`${name}: ${score} ${title}`);
  }
}
console.table(rows);
server.close();
rmSync(folder, { recursive: true, force: true });
process.exit(perfect ? 0 : 1);

async function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ...env } }).on('close', (code) => resolve(code ?? 1));
  });
}
