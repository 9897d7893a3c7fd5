/** axe on every kind of page, light and dark, narrow and wide: WCAG 2.2 AA and best practice, no rule disabled. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { KINDS } from './site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });
      for (const [kind, address] of Object.entries(KINDS)) {
        test(kind, async ({ page }) => {
          await page.goto(address);
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true;
            for (const note of document.querySelectorAll('.note')) note.setAttribute('data-open', '');
          });
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          expect(
            violations.map(
              ({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 120)} — ${nodes[0]?.failureSummary?.replaceAll('\n', ' ').slice(0, 200)}`,
            ),
          ).toEqual([]);
        });
      }
    });
  }
}

test('the search dialog', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(page.locator('dialog input:focus')).toBeVisible();
  await page.keyboard.type('컨테이너');
  await page.locator('dialog [data-results][data-state="done"] a[data-result]').first().waitFor();
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
});
