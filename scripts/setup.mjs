/**
 * Installs what the book needs, when it is not there yet. Runs on any Node ≥ 20; everything after it runs on
 * the Node of the project (`node_modules/.bin/node`), because Astro 7 wants at least 22.12.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(root, 'node_modules', '.installed-from');
const NEEDED = [22, 12];
const windows = process.platform === 'win32';

/** Exit code of a command run in the repository with its own tools first in the path. */
export function run(command, args, environment = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? process.env.Path].join(delimiter);
  const env = { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1', ...environment };
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env, shell: windows });
  if (error) console.error(error.message);
  return status ?? 1;
}

/** The Node that runs the tools: the project's own where its package exists for this machine, else the reader's. */
export function projectNode() {
  const own = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
  return existsSync(own) ? own : process.execPath;
}

export function setup() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const key = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== key) {
    console.log('필요한 것을 설치한다.');
    if (run('npm', ['ci', '--no-audit', '--no-fund']) !== 0) {
      console.log('\nnpm ci가 이 기계에서 되지 않아 npm install로 다시 한다. 판 번호가 package-lock.json과 조금 다를 수 있다.\n');
      if (run('npm', ['install', '--no-save', '--no-audit', '--no-fund']) !== 0)
        fail('설치하지 못했다. 위의 npm 오류를 본다. 네트워크와 디스크의 빈자리를 확인한다.');
    }
    mkdirSync(dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, key);
  }
  if (projectNode() === process.execPath) {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const enough = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
    if (!enough) fail(`이 기계(${process.platform} ${process.arch})에 맞는 Node 꾸러미가 없다. Node ${NEEDED.join('.')} 이상을 설치하고 다시 한다.`);
  }
}

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
