/** A walk with the keyboard alone. */
import { expect, test } from '@playwright/test';

test('the first Tab offers to skip to the text', async ({ page }) => {
  await page.goto('/containers/what/');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('본문으로 건너뛰기');
  await expect(page.locator(':focus')).toBeInViewport();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#text');
});

test('Tab walks the menu in order, and every stop shows a ring', async ({ page }) => {
  await page.goto('/containers/what/');
  const walked: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab');
    walked.push((await page.locator(':focus').innerText()).trim());
    const outline = await page.locator(':focus').evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline, `focus ring on ${walked.at(-1)}`).not.toBe('none');
  }
  expect(walked.map((words) => words.replace(/\s*\/$/, ''))).toEqual(['본문으로 건너뛰기', '격리의 기술', '차례', '용어집', '찾기', '어둡게']);
});

test('the theme switch works, says what it does, and is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  const button = page.locator('[data-theme-switch]');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveText('밝게');
  expect(await paper()).not.toBe(light);
  await page.goto('/glossary/');
  await expect(page.locator('[data-theme-switch]')).toHaveText('밝게');
  expect(await paper()).not.toBe(light);
});

test('on a phone a term opens its note in place, Escape closes it and gives the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/containers/what/');
  const term = page.locator('a.term').first();
  const note = page.locator((await term.getAttribute('href')) ?? '');
  await expect(note).toBeHidden();
  await term.focus();
  await page.keyboard.press('Enter');
  await expect(note).toBeVisible();
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(term).toBeFocused();
});

test('on a phone a tap opens and closes a note', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const page = await context.newPage();
  await page.goto('/containers/what/');
  const cite = page.locator('a.cite').first();
  const note = page.locator((await cite.getAttribute('href')) ?? '');
  await cite.tap();
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: '닫기' }).tap();
  await expect(note).toBeHidden();
  await context.close();
});

test('on a wide page notes stand beside the text without being asked for', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/containers/what/');
  const term = page.locator('a.term').first();
  const note = page.locator((await term.getAttribute('href')) ?? '');
  await expect(note).toBeVisible();
  const text = await page.locator('.chapter section p').first().boundingBox();
  const beside = await note.boundingBox();
  expect(beside?.x ?? 0).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
});

test('every section has a control that copies its address, reached by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/containers/what/');
  const headings = await page
    .locator('main :is(h2, h3, h4)[id]')
    .evaluateAll((all) => all.map(({ id }) => id).filter((id) => !['objectives', 'sources'].includes(id)));
  const links = await page.locator('a.permalink').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
  expect(links).toEqual(headings);
  const link = page.locator('a.permalink').first();
  await link.focus();
  await expect(link).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('복사했다');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL(`/containers/what/#${headings[0]}`, page.url()).href);
});

test('copying a session takes the commands without prompts and output', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/specimen/');
  await page.locator('#lst-session .copy').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('echo hello\nid -u');
  await page.locator('#lst-file .copy').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('puts("hello");\n    return 0;');
});

test('search opens with / and Ctrl+K, Escape gives the focus back', async ({ page }) => {
  await page.goto('/containers/what/');
  for (const keys of ['/', 'Control+k']) {
    const opener = page.locator('.masthead-title');
    await opener.focus();
    await page.keyboard.press(keys);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expect(dialog.locator('input')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

test('the contents column follows the reader', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/containers/what/#questions');
  await expect(page.locator('.contents a[aria-current="true"]')).toHaveText('확인 문제');
});
