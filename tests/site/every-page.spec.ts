/** Every page at two widths: nothing fails, nothing sticks out, every figure is drawn. */
import { expect, test } from '@playwright/test';
import { allPages, watch } from './site.ts';

const WIDTHS = [390, 1440];
/** Pages share a browser tab; glossary terms are many and alike, so they go in batches of their own. */
const pages = allPages();
const isTerm = (address: string) => /^\/glossary\/.+/.test(address);
const terms = pages.filter(isTerm);
const half = Math.ceil(terms.length / 2);
const BATCHES: Record<string, string[]> = {
  'pages and chapters': pages.filter((address) => !isTerm(address)),
  'terms, first half': terms.slice(0, half),
  'terms, second half': terms.slice(half),
};

for (const width of WIDTHS) {
  for (const [name, addresses] of Object.entries(BATCHES)) {
    test(`${name} at ${width} px`, async ({ page }) => {
      test.setTimeout(240_000);
      const complaints = watch(page);
      await page.setViewportSize({ width, height: 900 });
      for (const address of addresses) {
        await page.goto(address, { waitUntil: 'load' });
        const seen = await page.evaluate(() => {
          const sticksOut = [...document.querySelectorAll('main *')].filter(
            (element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('pre, .tabular-figure, [hidden]'),
          );
          const empty = [...document.querySelectorAll('figure.figure')].filter((figure) => {
            const drawn = figure.querySelector('svg, .stacks, img');
            const box = drawn?.getBoundingClientRect();
            return !box || box.width < 20 || box.height < 20 || (drawn?.tagName === 'svg' && drawn.childElementCount === 0);
          });
          return {
            scroll: document.documentElement.scrollWidth - innerWidth,
            sticksOut: sticksOut.slice(0, 2).map((element) => element.outerHTML.slice(0, 90)),
            empty: empty.map(({ id }) => id),
            title: document.title,
            headings: document.querySelectorAll('h1').length,
          };
        });
        expect.soft(seen.scroll, `${address} scrolls sideways: ${seen.sticksOut.join(' | ')}`).toBeLessThanOrEqual(0);
        expect.soft(seen.empty, `${address} has figures that are not drawn`).toEqual([]);
        expect.soft(seen.headings, `${address} has one h1`).toBe(1);
        expect.soft(seen.title, `${address} has a title`).toMatch(/격리의 기술/);
      }
      expect(complaints).toEqual([]);
    });
  }
}
