/** The Content-Security-Policy and the other headers: strict, and never violated. */
import { expect, test } from '@playwright/test';
import { allPages, htmlOf, KINDS } from './site.ts';

test('no page has an inline style, an event attribute or an inline script without a hash', () => {
  for (const address of allPages()) {
    const html = htmlOf(address);
    expect.soft(html.match(/\sstyle="/g), `${address} style attributes`).toBeNull();
    expect.soft(html.match(/<style(?![^>]*>rect)/g), `${address} style elements`).toBeNull();
    expect.soft(html.match(/\son[a-z]+="/g), `${address} event attributes`).toBeNull();
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)].filter(([, attributes]) => !/type="application\/(ld\+)?json"/.test(attributes ?? ''));
    expect.soft(inline.length, `${address} inline scripts`).toBeLessThanOrEqual(1);
  }
});

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind}: no violation`, async ({ page }) => {
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { violations: seen });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => seen.push(`${violatedDirective} ${blockedURI}`));
    });
    const response = await page.goto(address);
    const headers = response?.headers() ?? {};
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toMatch(/unsafe-eval(?<!wasm-unsafe-eval)/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(policy.replace("; frame-ancestors 'none'", ''));
    await page.keyboard.press('/');
    await expect(page.locator('input:focus')).toBeVisible();
    await page.keyboard.type('커널');
    await page.locator('[data-results][data-state="done"] a[data-result]').first().waitFor();
    expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
  });
}
