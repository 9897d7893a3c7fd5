/** What must hold of the repository as a whole, whatever the book says. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(repository, file), 'utf8');

interface Package {
  version?: string;
  resolved?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
const manifest = JSON.parse(read('package.json')) as Package;

/** Entry that Node would find for `name` from the package at `from`. */
function find(from: string, name: string): Package | undefined {
  for (let at = from; ; at = at.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const found = lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`];
    if (found || !at) return found;
  }
}

test('the lock names no address to download from: it holds behind any registry', () => {
  const addresses = Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.startsWith('http'));
  assert.deepEqual(
    addresses.map(([name]) => name),
    [],
  );
});

test('the lock holds every package with its checksum', () => {
  const without = Object.entries(lock.packages).filter(([name, { integrity }]) => name && !integrity);
  assert.deepEqual(
    without.map(([name]) => name),
    [],
  );
});

test('the lock holds the optional packages of every platform, with checksums', () => {
  const missing = Object.entries(lock.packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !find(parent, name)?.integrity)
      .map((name) => `${name} (of ${parent || 'the book'})`),
  );
  assert.deepEqual(missing, []);
});

test('the lock agrees with package.json', () => {
  const { dependencies, devDependencies, optionalDependencies } = lock.packages[''] ?? {};
  assert.deepEqual([dependencies, devDependencies, optionalDependencies], [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies]);
});

test('what turns text into pages has an exact version', () => {
  for (const name of ['astro', '@astrojs/mdx', 'satteri', 'pagefind']) {
    const version = { ...manifest.devDependencies, ...manifest.dependencies }[name] ?? 'nothing';
    assert.match(version, /^\d+\.\d+\.\d+$/, `${name} ${version}`);
    assert.equal(find('', name)?.version, version, name);
  }
});

const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.cache', '.astro', '.generated', 'test-results', 'playwright-report']);
const ours = (folder = ''): string[] =>
  readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? ours(path) : [path];
  });

test('no file but the text of the book names a folder of somebody’s machine', () => {
  // Chapters may speak of /root and /home; programs and settings may not.
  const files = ours().filter((file) => !file.startsWith('src/content/') && /(\.(?:[cm]?[jt]s|astro|css|json|ya?ml|toml|sh|md|html|txt)|\/run|rc)$/.test(file));
  assert.ok(files.length > 100);
  const MACHINE = /(?:^|["'`\s=(:])(?:file:\/\/)?(?:\/(?:home|Users)\/[a-z]|\/(?:root|work|tmp)\/[a-z]|[A-Z]:\\[A-Za-z])/m;
  assert.deepEqual(
    files.filter((file) => MACHINE.test(read(file))),
    [],
  );
});
