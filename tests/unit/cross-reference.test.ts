import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveReference } from '../../src/book/cross-reference.ts';
import { chapter, chapterText, section } from './sample.ts';

const text = chapterText({
  sections: [section('ps', { title: '호스트에서 본 프로세스', number: '20.2' }), section('summary', { title: '정리' })],
  numbered: [
    { id: 'fig-stacks', kind: 'figure', number: '20-1', title: '', line: 1 },
    { id: 'tab-x', kind: 'table', number: '20-1', title: '', line: 1 },
    { id: 'lst-x', kind: 'listing', number: '20-3', title: '', line: 1 },
  ],
});
const chapters = new Map(
  [
    chapter('containers/what', 20, { title: '컨테이너란 무엇인가', text }),
    chapter('containers/chroot', 21),
    chapter('namespaces/overview', 22, { title: '네임스페이스 여덟 가지와 세 가지 시스템 콜' }),
  ].map((entry) => [entry.slug, entry]),
);
const resolve = (to: string, from = 'containers/what') => resolveReference(to, from, chapters);

const LABELS: [to: string, from: string, label: string, address: string | undefined][] = [
  ['#fig-stacks', 'containers/what', '그림 20-1', '/containers/what/#fig-stacks'],
  ['#tab-x', 'containers/what', '표 20-1', '/containers/what/#tab-x'],
  ['containers/what#lst-x', 'namespaces/overview', '예제 20-3', '/containers/what/#lst-x'],
  ['#ps', 'containers/what', '호스트에서 본 프로세스(20.2절)', '/containers/what/#ps'],
  ['containers/what#summary', 'namespaces/overview', '정리(20장)', '/containers/what/#summary'],
  ['#summary', 'containers/what', '정리', '/containers/what/#summary'],
  ['containers/what', 'namespaces/overview', '컨테이너란 무엇인가(20장)', '/containers/what/'],
  ['namespaces/overview', 'containers/what', '네임스페이스 여덟 가지와 세 가지 시스템 콜(22장)', undefined],
];

for (const [to, from, label, address] of LABELS) {
  test(`${to} from ${from} is called “${label}”`, () => {
    const found = resolve(to, from);
    assert.ok(!('missing' in found));
    assert.deepEqual([found.label, found.address], [label, address]);
  });
}

const MISSING: [to: string, reason: string, near: string[]][] = [
  ['#gone', '‘containers/what’에 ‘gone’라는 절·그림·표·예제가 없다', ['ps', 'summary', 'fig-stacks', 'tab-x', 'lst-x']],
  ['containers/gone', '장 ‘containers/gone’가 차례에 없다', ['containers/what', 'containers/chroot']],
  ['namespaces/overview#x', '‘namespaces/overview’는 아직 쓰이지 않아 절 ‘x’를 가리킬 수 없다', []],
];

for (const [to, missing, near] of MISSING) {
  test(`${to} is missing and says what there is`, () => assert.deepEqual(resolve(to), { missing, near }));
}
