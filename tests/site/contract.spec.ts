/** The public contract: addresses, hooks and files that others rely on. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createSite } from '../../scripts/serve.ts';
import type { BookJson } from '../../src/book/book-json.ts';
import { LEDGER, publishedAddresses, readLedger } from '../../src/book/ledger.ts';
import { deadLinks, readSite } from '../../src/build/check-site.ts';
import { book, chapters, DIST, watch } from './site.ts';

test('every published address opens, and its fragment is there', () => {
  const { ids } = readSite(DIST);
  for (const address of readLedger(readFileSync(LEDGER, 'utf8'))) {
    const [page = '', id] = address.split('#');
    expect.soft(ids.has(page), address).toBe(true);
    if (id) expect.soft(ids.get(page)?.has(id), address).toBe(true);
  }
});

test('the ledger holds every address of this edition', () => {
  const ledger = new Set(readLedger(readFileSync(LEDGER, 'utf8')));
  expect(
    publishedAddresses(book).filter((address) => !ledger.has(address)),
    'npm run ledger',
  ).toEqual([]);
});

test('no link and no fragment of any page is dead', () => {
  expect(deadLinks(readSite(DIST), '/')).toEqual([]);
});

test('book.json tells the book', async ({ request }) => {
  const json = (await (await request.get('/book.json')).json()) as BookJson;
  const all = json.parts.flatMap((part) => part.chapters);
  expect(all.length).toBe(55);
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
  expect(json.glossary.length).toBe(book.terms.length);
  for (const chapter of all.filter(({ state }) => state === 'written')) {
    expect((await request.get(chapter.address ?? '')).status(), chapter.address).toBe(200);
    expect(chapter.objectives?.length).toBeGreaterThanOrEqual(3);
    expect(chapter.sections?.every(({ id }) => /^[a-z][a-z0-9-]*$/.test(id))).toBe(true);
  }
});

test('listings say what they are', async ({ page }) => {
  for (const address of [...chapters, '/specimen/']) {
    await page.goto(address);
    for (const listing of await page.locator('figure.listing').all()) {
      expect(await listing.getAttribute('data-listing')).toMatch(/^(vm|engine|recorded|source)$/);
      expect(await listing.getAttribute('id')).toMatch(/^[a-z]/);
      if ((await listing.getAttribute('data-listing')) === 'recorded')
        await expect(listing.locator('.listing-origin time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/);
    }
  }
});

test('chapters not yet written are announced and never linked', async ({ page, request }) => {
  await page.goto('/contents/');
  await expect(page.locator('.toc-part .planned')).toHaveCount(55 - chapters.length);
  expect((await request.get('/namespaces/overview/')).status()).toBe(404);
});

test('the whole site stands under a subpath as well', async ({ browser }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'isolation-'));
  const base = '/isolation/';
  try {
    const { status, stdout, stderr } = spawnSync('astro', ['build', '--outDir', folder], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: { ...process.env, BASE_PATH: base },
    });
    expect(status, stdout + stderr).toBe(0);
    expect(deadLinks(readSite(folder), base)).toEqual([]);
    const server = createSite(folder, base).listen(0);
    const { port } = server.address() as AddressInfo;
    const page = await (await browser.newContext()).newPage();
    const complaints = watch(page);
    await page.goto(`http://localhost:${port}${base}containers/what/`);
    await expect(page.locator('h1')).toContainText('컨테이너란 무엇인가');
    await page.goto(`http://localhost:${port}${base}search/?q=cgroups`);
    const first = page.locator('[data-results][data-state="done"] a[data-result]').first();
    await first.waitFor();
    expect(await first.getAttribute('href')).toMatch(/^\/isolation\//);
    await first.click();
    await expect(page.locator('h1')).toBeVisible();
    expect(complaints).toEqual([]);
    server.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a page prints with its notes, answers and the addresses of its sources', async ({ page }) => {
  await page.goto('/containers/what/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.note').first()).toBeVisible();
  await expect(page.locator('.answer p').first()).toBeVisible();
  await expect(page.locator('.masthead')).toBeHidden();
  const after = await page
    .locator('.sources a[href^="http"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain('http');
});
