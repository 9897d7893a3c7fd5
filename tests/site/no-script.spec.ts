/** Without JavaScript everything can be read. */
import { expect, test } from '@playwright/test';
import { KINDS } from './site.ts';

test.use({ javaScriptEnabled: false });

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind} reads`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('[data-theme-switch]')).toBeHidden();
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(30);
  });
}

test('on a phone a note opens by its address', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/containers/what/');
  const term = page.locator('a.term').first();
  const note = page.locator((await term.getAttribute('href')) ?? '');
  await expect(note).toBeHidden();
  await term.click();
  await expect(note).toBeVisible();
});

test('answers and the text of figures open', async ({ page }) => {
  await page.goto('/containers/what/');
  const answer = page.locator('.question details').first();
  await answer.locator('summary').click();
  await expect(answer.locator('.answer')).toBeVisible();
});

test('the search page offers the glossary and the contents', async ({ page }) => {
  await page.goto('/search/');
  await expect(page.locator('main a[href$="/glossary/"]').first()).toBeVisible();
  await expect(page.locator('main a[href$="/contents/"]').first()).toBeVisible();
});

test('the masthead’s search is an ordinary link', async ({ page }) => {
  await page.goto('/');
  await page.locator('[data-search-open]').click();
  await expect(page).toHaveURL(/\/search\/$/);
});
