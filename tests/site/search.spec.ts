/** The search as a reader meets it: by link, from any page, by keyboard, without a script, with anything typed into it. */
import { readdirSync, statSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { href } from '../../src/site.ts';

const CHAPTER = href('/containers/what/');
const done = (page: Page, within = '') => page.locator(`${within} [data-results][data-state="done"]`);
const found = (page: Page, within = '') => page.locator(`${within} a[data-result]`);
const addresses = (page: Page) => found(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
const link = (query: string) => `${href('/search/')}?q=${encodeURIComponent(query)}`;

async function openDialog(page: Page, from = CHAPTER) {
  await page.goto(from);
  await page.keyboard.press('/');
  await expect(page.locator('dialog input[type="search"]')).toBeFocused();
}

test.describe('a link to results', () => {
  const first: [query: string, ...places: string[]][] = [
    ['cgroups', '/glossary/cgroup/'],
    ['컨테이너', '/glossary/container/', '/containers/what/'],
    ['하이퍼바이저', '/glossary/hypervisor/'],
    ['scratch', '/glossary/scratch/', '/images/scratch/'],
    ['가상 머신', '/glossary/virtual-machine/', '/virt/what/#vmm'],
    ['zjsxpdlsj', '/glossary/container/', '/containers/what/'],
    ['ㅎㅇㅍㅂㅇㅈ', '/glossary/hypervisor/'],
    ['하이버파이저', '/glossary/hypervisor/'],
  ];
  for (const [query, ...places] of first) {
    test(`puts the right place first: ${query}`, async ({ page }) => {
      await page.goto(link(query));
      await done(page).waitFor();
      expect((await addresses(page)).slice(0, places.length)).toEqual(places.map(href));
    });
  }

  test('finds in the text what no title has, and composes it', async ({ page }) => {
    await page.goto(link('execve'));
    await done(page).waitFor();
    const text = (await page.locator('[data-results]').textContent()) ?? '';
    expect(text).toContain('본문에서');
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toContain('\u2060');
    await expect(page.locator('[data-results] mark').first()).toBeVisible();
  });

  test('every result resolves', async ({ page, request }) => {
    await page.goto(link('컨테이너'));
    await done(page).waitFor();
    for (const address of new Set(await addresses(page))) {
      const [path = '', id] = (address ?? '').split('#');
      const answer = await request.get(path);
      expect(answer.ok(), path).toBe(true);
      if (id) expect(await answer.text(), `${path}#${id}`).toContain(`id="${id}"`);
    }
  });

  test('lists first what it knows at once, and never moves it', async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/pagefind/pagefind.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(link('컨테이너'));
    await found(page).first().waitFor();
    await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'loading');
    const before = await addresses(page);
    const box = await found(page).nth(3).boundingBox();
    release();
    await done(page).waitFor();
    const after = await addresses(page);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
    expect(new Set(after).size).toBe(after.length);
    expect(await found(page).nth(3).boundingBox()).toEqual(box);
  });

  test('answers without the full text too', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(link('컨테이너'));
    await done(page).waitFor();
    expect((await addresses(page))[0]).toBe(href('/glossary/container/'));
  });

  test('says how it read the query, and takes it literally when asked', async ({ page }) => {
    await page.goto(link('zjsxpdlsj'));
    await expect(page.locator('[role="status"]')).toContainText('‘컨테이너’를 찾았다.');
    await expect(page.locator('ruby')).toHaveCount(4);
    await page.getByRole('link', { name: '친 그대로 찾기' }).click();
    await expect(page.locator('[role="status"]')).toContainText('‘zjsxpdlsj’');
    await done(page).waitFor();
    await expect(found(page)).toHaveCount(0);
    await expect(page).toHaveURL(/as=typed/);
  });

  test('the address follows what is typed', async ({ page }) => {
    await page.goto(href('/search/'));
    await expect(page.locator('input[type="search"]')).toBeFocused();
    await page.keyboard.type('scratch');
    await done(page).waitFor();
    await expect(page).toHaveURL(/\?q=scratch$/);
    await page.keyboard.press('Enter');
    await done(page).waitFor();
    await expect(page).toHaveURL(/\/search\/\?q=scratch$/);
    await page.reload();
    await done(page).waitFor();
    await expect(page.locator('input[type="search"]')).toHaveValue('scratch');
  });

  test('with no question says how to ask', async ({ page }) => {
    await page.goto(href('/search/'));
    await expect(page.locator('[data-search-help]')).toBeVisible();
    await page.getByRole('link', { name: '가상머신' }).click();
    await done(page).waitFor();
    await expect(page.locator('[data-search-help]')).toBeHidden();
    expect((await addresses(page))[0]).toBe(href('/glossary/virtual-machine/'));
  });
});

test.describe('from any page', () => {
  test('opens with /, with Ctrl+K and from the masthead; Escape gives the focus back', async ({ page }) => {
    await page.goto(CHAPTER);
    const opener = page.locator('.masthead [data-search-open]');
    const dialog = page.locator('dialog.search');
    await opener.focus();
    for (const open of [() => page.keyboard.press('/'), () => page.keyboard.press('Control+k'), () => page.keyboard.press('Enter')]) {
      await open();
      await expect(dialog.locator('input')).toBeFocused();
      await page.keyboard.type('커널');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(opener).toBeFocused();
    }
  });

  test('by keyboard alone', async ({ page }) => {
    await openDialog(page);
    await page.keyboard.type('컨테이너를');
    await done(page, 'dialog').waitFor();
    await expect(page.locator('dialog [role="status"]')).toContainText('‘컨테이너’를 찾았다.');
    await page.keyboard.press('ArrowDown');
    await expect(found(page, 'dialog').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(found(page, 'dialog').nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.locator('dialog input')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${href('/glossary/container/')}$`));
  });

  test('Enter opens the first result', async ({ page }) => {
    await openDialog(page);
    await page.keyboard.type('scratch');
    await done(page, 'dialog').waitFor();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${href('/glossary/scratch/')}$`));
  });

  test('a result on this very page closes the dialog', async ({ page }) => {
    await openDialog(page);
    await page.keyboard.type('한 프로세스');
    await done(page, 'dialog').waitFor();
    const result = page.locator(`dialog a[data-result][href^="${CHAPTER}#"]`).first();
    const address = await result.getAttribute('href');
    await result.click();
    await expect(page.locator('dialog.search')).toBeHidden();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
  });

  test('results open in a new tab', async ({ page, context }) => {
    await openDialog(page);
    await page.keyboard.type('scratch');
    await done(page, 'dialog').waitFor();
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      found(page, 'dialog')
        .first()
        .click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await tab.waitForLoadState();
    expect(new URL(tab.url()).pathname).toBe(href('/glossary/scratch/'));
    await expect(page.locator('dialog.search')).toBeVisible();
  });

  test('Enter that ends a Korean syllable opens nothing', async ({ page }) => {
    await openDialog(page);
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: '커널', selectionStart: 2, selectionEnd: 2 });
    await done(page, 'dialog').waitFor();
    await expect(found(page, 'dialog').first()).toHaveAttribute('href', href('/glossary/kernel/'));
    const prevented = await page
      .locator('dialog input')
      .evaluate((input) => !input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
    expect(prevented).toBe(true);
    await expect(page).toHaveURL(new RegExp(`${CHAPTER}$`));
  });

  test('a page that is only read loads none of it; what comes before the full text is small', async ({ page }) => {
    const loaded: { url: string; size: number }[] = [];
    page.on('response', async (response) => {
      const body = await response.body().catch(() => Buffer.alloc(0));
      loaded.push({ url: response.url(), size: brotliCompressSync(body).length });
    });
    await page.goto(CHAPTER, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    expect(loaded.filter(({ url }) => /search|dialog|pagefind/.test(url))).toEqual([]);
    const before = new Set(loaded.map(({ url }) => url));
    await page.keyboard.press('/');
    await expect(page.locator('dialog input')).toBeFocused();
    await page.waitForLoadState('networkidle');
    const asked = loaded.filter(({ url }) => !before.has(url));
    const sum = asked.reduce((total, { size }) => total + size, 0);
    expect(loaded.some(({ url }) => url.includes('pagefind'))).toBe(false);
    expect(sum, asked.map(({ url, size }) => `${url} ${size}`).join('\n')).toBeLessThan(22_000);
  });
});

test('the chunks of the full text are small', () => {
  const folder = 'dist/pagefind/index';
  for (const name of readdirSync(folder)) expect(statSync(`${folder}/${name}`).size, name).toBeLessThanOrEqual(48 * 1024);
});

test('anything typed is only text', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('dialog', (dialog) => problems.push(dialog.message()));
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '(.*)+[',
    '\u0000\u0007',
    'ㅋ',
    'ㅏㅏㅏ',
    '😀👩‍👩‍👧',
    '%E0%A4%A',
    "' OR 1=1 --",
    '__proto__',
    'a'.repeat(3000),
    '컨'.repeat(1500),
    '\u202e가나',
    '--',
    '"컨테이너',
  ];
  for (const query of hostile) {
    await page.goto(link(query));
    await expect(page.locator('[data-results]'), query.slice(0, 30)).toHaveAttribute('data-state', /done|idle/);
    expect(await page.locator('main img, main script').count()).toBe(0);
  }
  await page.goto(`${href('/search/')}?q=%E0%A4%A&q=%`);
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'done');
  expect(problems).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('says where to look instead', async ({ page }) => {
    await page.goto(CHAPTER);
    await page.locator('.masthead [data-search-open]').click();
    await expect(page).toHaveURL(new RegExp(`${href('/search/')}$`));
    await expect(page.getByText('자바스크립트 없이는')).toBeVisible();
    await expect(page.locator('[data-search-help]')).toBeHidden();
    await page.locator('input[type="search"]').fill('커널');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(link('커널'));
  });
});

test.describe('for everyone', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1440]) {
      test(`axe finds nothing: ${colorScheme}, ${width}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        for (const query of ['', 'zjsxpdlsj', '없는말뭉치']) {
          await page.goto(query ? link(query) : href('/search/'));
          if (query) await done(page).waitFor();
          expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
        }
        await openDialog(page);
        await page.keyboard.type('하이퍼바이저');
        await done(page, 'dialog').waitFor();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      });
    }
  }
});
