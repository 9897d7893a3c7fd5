/** What a page weighs on the wire (brotli, as static hosts send it) and what it may weigh. Prints its figures. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { chapters, DIST } from './site.ts';

const KB = 1000;
const LIMITS = {
  page: 25 * KB,
  script: 5 * KB,
  following: 20 * KB,
  fonts: 140 * KB,
  fontFiles: 2,
  requests: 8,
  chunk: 48 * KB,
  shift: 0.02,
  lateShift: 0.02,
};

interface Loaded {
  kind: string;
  url: string;
  /** Bytes of the body on the wire. */
  bytes: number;
}

async function load(page: Page, address: string): Promise<Loaded[]> {
  const loaded: Promise<Loaded>[] = [];
  const listen = (response: import('@playwright/test').Response) => {
    loaded.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => ({ kind: response.request().resourceType(), url: response.url(), bytes: responseBodySize })),
    );
  };
  page.on('response', listen);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  page.off('response', listen);
  return Promise.all(loaded);
}

const sum = (loaded: readonly Loaded[], ...kinds: string[]) => loaded.filter(({ kind }) => kinds.includes(kind)).reduce((total, { bytes }) => total + bytes, 0);
const kB = (bytes: number) => `${(bytes / KB).toFixed(1)} kB`;

for (const address of chapters) {
  test(`first visit to ${address}`, async ({ page }) => {
    const loaded = await load(page, address);
    const text = sum(loaded, 'document', 'stylesheet', 'script');
    const script = sum(loaded, 'script');
    const fonts = loaded.filter(({ kind }) => kind === 'font');
    console.log(
      `${address}: HTML ${kB(sum(loaded, 'document'))} + CSS ${kB(sum(loaded, 'stylesheet'))} + JS ${kB(script)} = ${kB(text)} (limit ${kB(LIMITS.page)}), fonts ${kB(sum(loaded, 'font'))}, ${loaded.length} requests`,
    );
    expect(text).toBeLessThanOrEqual(LIMITS.page);
    expect(script).toBeLessThanOrEqual(LIMITS.script);
    expect(sum(loaded, 'font')).toBeLessThanOrEqual(LIMITS.fonts);
    expect(fonts.length).toBeLessThanOrEqual(LIMITS.fontFiles);
    expect(loaded.length, loaded.map(({ url }) => url).join('\n')).toBeLessThanOrEqual(LIMITS.requests);
    const other = chapters.find((candidate) => candidate !== address) ?? address;
    const next = await load(page, other);
    const fresh = next.filter(({ kind }) => kind === 'document');
    expect(sum(fresh, 'document')).toBeLessThanOrEqual(LIMITS.following);
  });
}

test('fonts of the whole book', () => {
  const files = readdirSync(join(DIST, '_astro')).filter((name) => name.endsWith('.woff2'));
  const bytes = files.reduce((total, name) => total + statSync(join(DIST, '_astro', name)).size, 0);
  console.log(`fonts: ${files.length} files, ${kB(bytes)} (limit ${kB(LIMITS.fonts)})`);
  expect(files.length).toBeLessThanOrEqual(LIMITS.fontFiles);
  expect(bytes).toBeLessThanOrEqual(LIMITS.fonts);
});

test('largest chunk of the full-text index', () => {
  const folder = join(DIST, 'pagefind', 'index');
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  console.log(`full text: ${sizes.length} chunks, largest ${kB(Math.max(...sizes))} (limit ${kB(LIMITS.chunk)})`);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(LIMITS.chunk);
});

/** Sum of the layout shifts of a first visit, until the web fonts stand. */
async function layoutShift(browser: Browser, address: string, width: number, fontDelay: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (window as unknown as { shifted: number }).shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  if (fontDelay > 0) {
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, fontDelay));
      await route.continue();
    });
  }
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
  const shifted = await page.evaluate(() => (window as unknown as { shifted: number }).shifted);
  await context.close();
  return shifted;
}

for (const [when, fontDelay, limit] of [
  ['', 0, LIMITS.shift],
  [' when the fonts come 0.7 s late', 700, LIMITS.lateShift],
] as const) {
  test(`next to nothing moves while a page loads${when}`, async ({ browser }) => {
    for (const width of [390, 1440]) {
      for (const address of ['/', ...chapters, '/glossary/namespace/', '/search/']) {
        const shifted = await layoutShift(browser, address, width, fontDelay);
        console.log(`layout shift${when} of ${address} at ${width} px: ${shifted.toFixed(4)} (limit ${limit})`);
        expect.soft(shifted, `${address} at ${width} px`).toBeLessThanOrEqual(limit);
      }
    }
  });
}

test('the text is there before the fonts', async ({ page }) => {
  await page.route('**/*.woff2', (route) => route.abort());
  await page.goto(chapters[0] ?? '/');
  await expect(page.locator('h1')).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Book Text Fallback');
});

test('brotli and gzip of the text, for the record', () => {
  for (const address of chapters) {
    const html = readFileSync(join(DIST, address, 'index.html'));
    console.log(`${address}: ${kB(html.length)} of HTML, ${kB(gzipSync(html, { level: 9 }).length)} gzip, ${kB(brotliCompressSync(html).length)} brotli`);
  }
});
