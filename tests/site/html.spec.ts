/** Every built page is valid HTML, and every character of it is in the web fonts. No browser needed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { usedCharacters } from '../../src/build/fonts.ts';
import { allPages, DIST, htmlOf } from './site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'no-redundant-role': 'off', // roles of tables are written out: CSS grids would take them away
    'no-inline-style': 'error',
    'require-sri': 'off', // every address is our own
    'long-title': 'off', // the book's name stands behind every title
    'prefer-native-element': 'off', // role="note", role="region" have no element of their own; tables see above
    'svg-focusable': 'off',
    'wcag/h30': 'error',
  },
});

test('valid HTML', async () => {
  test.setTimeout(180_000);
  const complaints: string[] = [];
  for (const address of [...allPages(), '/404.html']) {
    const html = address === '/404.html' ? readFileSync(join(DIST, address), 'utf8') : htmlOf(address);
    const report = await validator.validateString(html, address);
    for (const { messages } of report.results)
      for (const { ruleId, message, line, column } of messages) complaints.push(`${address} ${line}:${column} ${ruleId}: ${message}`);
  }
  expect(complaints.slice(0, 20), `${complaints.length} complaints`).toEqual([]);
});

test('every character of every page is in the text font', () => {
  const covered = new Set(usedCharacters(process.cwd()).text);
  const missing = new Map<string, string>();
  for (const address of allPages()) {
    const text = htmlOf(address).replace(/<script.*?<\/script>|<[^>]+>/gs, ' ');
    for (const character of text)
      if (character > ' ' && character !== '\u00a0' && character !== '\u2060' && !covered.has(character)) missing.set(character, address);
  }
  expect([...missing]).toEqual([]);
});
