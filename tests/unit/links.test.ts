import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hast, show } from './hast.ts';

// The base is read from the environment when the module is loaded.
process.env['BASE_PATH'] = 'isolation';
const { rebaseLinks } = await import('../../src/markdown/links.ts');

const TABLE: [name: string, address: string, expected: string][] = [
  ['a page of the book', '/glossary/', '/isolation/glossary/'],
  ['a section of a page', '/why/problem/#one', '/isolation/why/problem/#one'],
  ['the cover', '/', '/isolation/'],
  ['this page', '#one', '#one'],
  ['another site', 'https://example.org/', 'https://example.org/'],
  ['another site without protocol', '//example.org/', '//example.org/'],
];

for (const [name, address, expected] of TABLE) {
  test(`a link to ${name} under a base path`, () => {
    assert.equal(show(rebaseLinks(hast(`**[글](${address})**`))), `<p><strong><a href="${expected}">글</a></strong></p>`);
  });
}
