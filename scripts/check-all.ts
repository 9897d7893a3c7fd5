/**
 * Every check of the book, in the order in which a failure is cheapest to find. Ends with the real totals.
 *
 *   node scripts/check-all.ts [--only unit,site]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { ensureChromium } from './chromium.ts';

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}
interface Step {
  name: string;
  title: string;
  run(): Totals | Promise<Totals>;
}

const RESULTS = 'test-results';
/** What a clean build may take on two cores. */
const BUILD_SECONDS = 15;

const command = (program: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ...env } }).status === 0;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** A check that either holds or does not: counted as one. */
const single = (program: string, args: string[]) => (): Totals =>
  command(program, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

function unit(): Totals {
  const report = `${RESULTS}/unit.tap`;
  const held = command('node', [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    'tests/unit/*.test.ts',
  ]);
  const tap = existsSync(report) ? readFileSync(report, 'utf8') : '';
  const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: held ? failed : Math.max(1, failed), skipped: count('skipped') + count('todo') };
}

async function site(): Promise<Totals> {
  const report = `${RESULTS}/site.json`;
  const held = command('playwright', ['test'], { CHROMIUM_PATH: ensureChromium(), TEST_PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: held ? failed : Math.max(1, failed), skipped: stats.skipped };
}

const STEPS: Step[] = [
  { name: 'lint', title: '꼴과 린트', run: single('biome', ['check', '.']) },
  { name: 'types', title: '자료형', run: single('astro', ['check', '--minimumFailingSeverity', 'warning']) },
  { name: 'unit', title: '모형과 플러그인', run: unit },
  {
    name: 'build',
    title: '깨끗한 빌드',
    run: () => {
      for (const folder of ['dist', '.astro', '.generated', 'node_modules/.vite', 'node_modules/.astro']) rmSync(folder, { recursive: true, force: true });
      const started = performance.now();
      const built = single('astro', ['build'])();
      const seconds = (performance.now() - started) / 1000;
      console.log(`깨끗한 빌드: ${seconds.toFixed(1)}초(한도 ${BUILD_SECONDS}초)`);
      return seconds <= BUILD_SECONDS ? { ...built, passed: built.passed + 1 } : { ...built, failed: built.failed + 1 };
    },
  },
  { name: 'site', title: '브라우저에서 본 사이트', run: site },
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1]?.split(',') : undefined;
const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
const summary: string[] = [];
for (const { name, title, run } of STEPS.filter((step) => !only || only.includes(step.name))) {
  console.log(`\n── ${title} (${name})`);
  const started = performance.now();
  const result = await run();
  for (const key of ['passed', 'failed', 'skipped'] as const) totals[key] += result[key];
  summary.push(
    `${result.failed ? '실패' : '통과'}  ${name.padEnd(6)} ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped  ${((performance.now() - started) / 1000).toFixed(1)}초`,
  );
}
console.log(`\n${summary.join('\n')}\n\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);
