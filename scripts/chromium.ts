/**
 * Finds a Chromium for tests and for drawing diagrams: an explicit variable, Playwright's own, an installed one;
 * else installs one; else says what to do.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';

export const EXPLICIT = 'CHROMIUM_PATH';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env['PROGRAMFILES'] ?? 'C:/Program Files', 'Google/Chrome/Application/chrome.exe'),
  join(process.env['LOCALAPPDATA'] ?? '', 'Google/Chrome/Application/chrome.exe'),
  join(process.env['PROGRAMFILES(X86)'] ?? 'C:/Program Files (x86)', 'Microsoft/Edge/Application/msedge.exe'),
];

/** Flags for a quiet browser that asks nothing of the network; root has no sandbox. */
export const chromiumFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Path of a Chromium that is there, or undefined. */
export function findChromium(): string | undefined {
  const explicit = process.env[EXPLICIT];
  if (explicit) {
    if (existsSync(explicit)) return explicit;
    throw new Error(`${EXPLICIT}가 가리키는 ${explicit}가 없다.`);
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  const inPath = process.platform === 'win32' ? [] : NAMES.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim());
  return [...inPath, ...PLACES].find((path) => path && existsSync(path));
}

/** Finds one, or installs it: by Playwright's installer, or as Debian's package where that is refused and one is root. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log('시험에 쓸 Chromium이 없어 설치한다.');
  attempt('playwright', ['install', 'chromium-headless-shell', 'chromium']);
  if (!findChromium() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update', '-qq']);
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(`Chromium을 찾지도 설치하지도 못했다. Chrome이나 Chromium을 설치하거나, 있는 곳을 ${EXPLICIT} 환경 변수로 알린다.`);
}

function attempt(command: string, args: string[]): void {
  try {
    execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', timeout: 300_000 });
  } catch {
    console.log(`${command} ${args[0]}: 되지 않았다.`);
  }
}
