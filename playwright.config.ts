import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/chromium.ts';

/** `scripts/check-all.ts` looks for a free one. */
const PORT = Number(process.env['TEST_PORT'] ?? 4322);

/** The finished site of `dist/`, served as a static host would. */
export default defineConfig({
  testDir: 'tests/site',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 60_000,
  reporter: [['list'], ['json']],
  outputDir: 'test-results/site',
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'ko-KR',
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
  },
  webServer: { command: `node scripts/serve.ts dist --port ${PORT}`, port: PORT, reuseExistingServer: false, stdout: 'ignore' },
});
