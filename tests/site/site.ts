/** The built site as the tests see it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { loadBook } from '../../src/book/load.ts';
import { isWritten } from '../../src/book/types.ts';

export const DIST = 'dist';
export const { book } = loadBook(process.cwd());
export const chapters = book.chapters.filter(isWritten).map(({ slug }) => `/${slug}/`);

/** One page of every kind, named for the test's title. */
export const KINDS: Record<string, string> = {
  cover: '/',
  contents: '/contents/',
  chapter: chapters[0] ?? '',
  'chapter with diagrams': '/containers/what/',
  glossary: '/glossary/',
  term: '/glossary/namespace/',
  references: '/references/',
  search: '/search/',
  about: '/about/',
  teachers: '/teach/',
  specimen: '/specimen/',
  'not found': '/no/such/page/',
};

/** Address of every built page. */
export const allPages = (): string[] =>
  readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html') && name !== '404.html')
    .map((name) => `/${name.replace(/index\.html$/, '')}`)
    .sort();

export const htmlOf = (address: string): string => readFileSync(join(DIST, address, 'index.html'), 'utf8');

/** Collects what must not happen while a page is open. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${page.url()} console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What a page still asks for when it is left is aborted by the browser itself.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${page.url()} failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().includes('/no/such/page/')) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') complaints.push(`${page.url()} third party: ${request.url()}`);
  });
  return complaints;
}
