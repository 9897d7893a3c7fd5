import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberSections, numberThings } from '../../src/book/numbering.ts';
import { section } from './sample.ts';

test('second-level sections are numbered in order; deeper and closing ones are not', () => {
  const sections = [section('one'), section('deep', { depth: 3 }), section('two'), section('myths'), section('questions'), section('summary')];
  assert.deepEqual(
    numberSections(20, sections).map(({ number }) => number),
    ['20.1', undefined, '20.2', undefined, undefined, undefined],
  );
});

test('figures, tables and listings are counted apart', () => {
  const kinds = ['figure', 'table', 'figure', 'listing', 'table'] as const;
  const things = kinds.map((kind, index) => ({ id: `x${index}`, kind, title: '', line: 1 }));
  assert.deepEqual(
    numberThings(7, things).map(({ number }) => number),
    ['7-1', '7-1', '7-2', '7-1', '7-2'],
  );
});
