/** The search without a browser: folding, Hangul, particles, the index and what it answers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { loadBook } from '../../src/book/load.ts';
import { askedIn, searchAddress } from '../../src/search/address.ts';
import { distance } from '../../src/search/distance.ts';
import { fold, HELD, HELD_INSIDE, holds, IS, keyOf, NOT_HELD, squeeze } from '../../src/search/fold.ts';
import { compose, initials, isInitials, keysOf, letters, lettersOnKeys, pack, unpack } from '../../src/search/hangul.ts';
import { pieces } from '../../src/search/highlight.ts';
import { searchFiles } from '../../src/search/index.build.ts';
import { type NamesFile, packRows, readIndex } from '../../src/search/index-format.ts';
import { fromIndexText, toIndexText } from '../../src/search/jamo-text.ts';
import { type Answer, answer, segment } from '../../src/search/match.ts';
import { stems } from '../../src/search/particles.ts';
import { otherLayout, readOtherwise } from '../../src/search/readings.ts';
import { countsInWords } from '../../src/search/wording.ts';

const { book } = loadBook('.');
const files = searchFiles(book);
const index = readIndex(files.names, files.sections);

/** As the reader gets it: as typed, or read otherwise. */
const ask = (query: string): Answer => {
  const typed = answer(index, query);
  return typed.hits.length > 0 ? typed : (readOtherwise(index, query)?.answer ?? typed);
};

/** Addresses of the answer in order, without the base. */
const places = (query: string): string[] =>
  ask(query).hits.flatMap((hit) => {
    if (hit.kind === 'term') return [`/glossary/${hit.term.id}/`];
    if (hit.kind === 'terms') return hit.terms.map(({ id }) => `/glossary/${id}/`);
    if (hit.kind === 'chapter') return hit.places.map(({ place }) => `/${hit.chapter.slug}/${place.id ? `#${place.id}` : ''}`);
    return [];
  });

describe('fold', () => {
  it('takes case, composition, joiners and control characters away', () => {
    assert.equal(fold(' 가상\u2060 머신 '), '가상 머신');
    assert.equal(fold('컨테이너'.normalize('NFD')), '컨테이너');
    assert.equal(fold('VT\u2060-\u0000X\n'), 'vt- x');
  });
  it('makes one key of spellings that differ in spaces and hyphens', () => {
    assert.equal(keyOf('가상 머신'), keyOf('가상머신'));
    assert.equal(keyOf('copy-on-write'), keyOf('Copy on write'));
    assert.equal(keyOf('(.*)+'), '');
  });
  it('knows how a title holds a word', () => {
    const title = squeeze('VM과 마이크로커널, string');
    assert.equal(holds(title, 'vm'), HELD);
    assert.equal(holds(title, 'ring'), NOT_HELD);
    assert.equal(holds(title, '커널'), HELD_INSIDE);
    assert.equal(holds(title, 'str', true), HELD);
    assert.equal(holds(title, 'str'), NOT_HELD);
    assert.equal(holds(squeeze('가상 머신'), '가상머신'), IS);
  });
});

describe('Hangul', () => {
  it('takes syllables apart and puts them together', () => {
    assert.equal(letters('컨테이너'), 'ㅋㅓㄴㅌㅔㅇㅣㄴㅓ');
    assert.equal(letters('ㅂㄳㅎ'), 'ㅂㄱㅅㅎ');
    for (const word of ['각사', '갃이', '가까', '넋이', '값시', '괜찮다', '의외', '쌓여', '읽히다', '뷁']) {
      assert.equal(
        compose(letters(word))
          .map(({ text }) => text)
          .join(''),
        word,
      );
    }
  });
  it('reads either layout of the keyboard', () => {
    assert.equal(keysOf('애찯ㄱ'), 'docker');
    assert.equal(lettersOnKeys('zjs'), 'ㅋㅓㄴ');
    assert.equal(otherLayout('zjsxpdlsj')?.read, '컨테이너');
    assert.deepEqual(
      otherLayout('zjsxpdlsj')?.pieces?.map((piece) => [piece.letters, piece.text]),
      [
        ['zjs', '컨'],
        ['xp', '테'],
        ['dl', '이'],
        ['sj', '너'],
      ],
    );
    assert.equal(otherLayout('도커 docker'), undefined);
  });
  it('gives initial consonants', () => {
    assert.equal(initials('하이퍼바이저 KVM'), 'ㅎㅇㅍㅂㅇㅈ KVM');
    assert.ok(isInitials('ㅎㅇㅍ'));
    assert.ok(!isInitials('ㅎ'));
    assert.ok(!isInitials('하ㅇ'));
  });
  it('packs every title and term without loss', () => {
    for (const text of [
      ...book.terms.flatMap(({ ko, variants, avoid }) => [ko, ...variants, ...avoid]),
      ...book.chapters.map(({ title }) => title),
      'VM과 3세대 (커널)|가 나다\nC언어a',
    ]) {
      assert.equal(unpack(pack(text)), text);
    }
  });
});

describe('particles', () => {
  it('offers what is left when endings come off, the word itself first', () => {
    assert.deepEqual(stems('컨테이너에서는'), ['컨테이너에서는', '컨테이너에서', '컨테이너']);
    assert.ok(stems('커널로').includes('커널'));
    assert.ok(stems('cgroups').includes('cgroup'));
    assert.ok(!stems('커널를').includes('커널'), '를 does not follow a consonant');
  });
  it('takes them off only where the stem is known', () => {
    const named = (query: string) => segment(index, query).map(({ typed, terms }) => [typed, terms[0]?.id]);
    assert.deepEqual(named('컨테이너를'), [['컨테이너', 'container']]);
    assert.deepEqual(named('회의'), [['회의', undefined]]);
    assert.deepEqual(
      named('컨테이너와 VM의 차이').map(([, id]) => id),
      ['container', 'virtual-machine', undefined],
    );
    assert.deepEqual(named('게스트운영체제가'), [['게스트운영체제', 'guest-os']]);
  });
  it('parts a compound that begins or ends with a term', () => {
    assert.deepEqual(
      segment(index, '컨테이너기능').map(({ typed }) => typed),
      ['컨테이너', '기능'],
    );
  });
});

describe('distance', () => {
  it('counts a swap as one and gives up beyond the limit', () => {
    assert.equal(distance('dokcer', 'docker', 2), 1);
    assert.equal(distance('hypervizor', 'hypervisor', 2), 1);
    assert.ok(distance('docker', 'kernel', 2) > 2);
  });
});

describe('answer', () => {
  const first: [query: string, ...addresses: string[]][] = [
    ['cgroups', '/glossary/cgroup/'],
    ['컨테이너', '/glossary/container/', '/containers/what/'],
    ['하이퍼바이저', '/glossary/hypervisor/'],
    ['scratch', '/glossary/scratch/', '/images/scratch/'],
    ['가상 머신', '/glossary/virtual-machine/', '/virt/what/#vmm'],
  ];
  for (const [query, ...addresses] of first)
    it(`puts the right place first: ${query}`, () => assert.deepEqual(places(query).slice(0, addresses.length), addresses));

  const same: [asked: string, meant: string][] = [
    ['가상머신', '가상 머신'],
    ['컨테이너를', '컨테이너'],
    ['hypervisor', '하이퍼바이저'],
    ['HYPERVISOR', '하이퍼바이저'],
    ['zjsxpdlsj', '컨테이너'],
    ['애찯ㄱ', 'docker'],
    ['ㅎㅇㅍㅂㅇㅈ', '하이퍼바이저'],
    ['ㅂㄳㅎ', '반가상화'],
    ['하이버파이저', '하이퍼바이저'],
    ['contianer runtime', 'container runtime'],
    ['컨테이너'.normalize('NFD'), '컨테이너'],
  ];
  for (const [asked, meant] of same) it(`${asked} is ${meant}`, () => assert.equal(places(asked)[0], places(meant)[0]));

  it('finds while a word is being typed', () => {
    assert.equal(places('컨테')[0], '/glossary/container/');
    assert.ok(places('컨텡').includes('/glossary/container/'), 'a syllable on its way');
    assert.ok(places('ㅎㅇㅍ').includes('/glossary/hypervisor/'));
    assert.ok(places('zjsxp').includes('/glossary/container/'));
  });

  it('finds every term under each of its forms', () => {
    const lost: string[] = [];
    for (const term of book.terms) {
      for (const form of [term.ko, term.en, ...term.aliases, ...term.variants, ...term.avoid]) {
        if (keyOf(form) && !places(form).slice(0, 6).includes(`/glossary/${term.id}/`)) lost.push(`${form} → ${term.id}`);
      }
    }
    assert.deepEqual(lost, []);
  });

  it('lists no chapter that is not written as a result', () => {
    const written = new Set(book.chapters.filter(({ text }) => text).map(({ slug }) => `/${slug}/`));
    for (const { title } of book.chapters)
      for (const address of places(title)) assert.ok(address.startsWith('/glossary/') || written.has(address.split('#')[0] ?? ''), address);
    const planned = ask('하이퍼바이저').hits.at(-1);
    assert.equal(planned?.kind, 'planned');
  });

  it('says how a query was read, and whether that is a guess', () => {
    assert.equal(readOtherwise(index, 'zjsxpdlsj')?.uncertain, false);
    assert.equal(readOtherwise(index, '하이버파이저')?.uncertain, true);
    assert.equal(readOtherwise(index, '회의'), undefined);
  });

  it('asks the full text in the words of the book, then as typed', () => {
    assert.deepEqual(answer(index, 'hypervisor').fullText, ['하이퍼바이저', 'hypervisor']);
    assert.deepEqual(answer(index, '컨테이너를').fullText, ['컨테이너']);
  });

  it('answers anything that is not a question in an ordinary way', () => {
    const hostile = [
      '',
      '   ',
      '\u0000\u0007\u001b',
      'ㅋ',
      'ㅋㅋㅋㅋ',
      'ㅏㅏㅏ',
      '😀👩‍👩‍👧',
      '<img src=x onerror=alert(1)>',
      '(.*)+[',
      '\\',
      '%E0%A4%A',
      '%',
      '"',
      "' OR 1=1",
      '__proto__',
      'constructor',
      '\ud800',
      'a'.repeat(100_000),
      '컨'.repeat(5000),
      'ㄱ'.repeat(5000),
      'a b '.repeat(4000),
      '|`|`',
      '\u202e가나',
    ];
    for (const query of hostile) {
      const started = performance.now();
      const found = ask(query);
      assert.ok(Array.isArray(found.hits), query.slice(0, 20));
      assert.ok(performance.now() - started < 1000, `slow: ${query.slice(0, 20)}`);
    }
  });
});

describe('highlight', () => {
  const found = (text: string, ...keys: string[]) =>
    pieces(text, keys)
      .filter((piece) => piece.found)
      .map(({ text: part }) => part);
  it('sets found words apart, whatever stands between their letters', () => {
    assert.deepEqual(found('가상 머신과 가상\u2060머신', '가상머신'), ['가상 머신', '가상\u2060머신']);
    assert.deepEqual(found('a string, Ring 0', 'ring'), ['Ring']);
    assert.equal(
      pieces('<b>컨테이너</b>', ['컨테이너'])
        .map(({ text }) => text)
        .join(''),
      '<b>컨테이너</b>',
    );
  });
  it('takes no pattern from outside', () => assert.deepEqual(found('a.*b', '.*', '('), []));
});

describe('files', () => {
  it('are small', () => {
    const size = (file: unknown) => gzipSync(JSON.stringify(file), { level: 9 }).length;
    assert.ok(size(files.names) < 12_500, `names: ${size(files.names)}`);
    for (const [topic, definitions] of Object.entries(files.definitions)) assert.ok(size(definitions) < 4000, `${topic}: ${size(definitions)}`);
  });
  it('hold fields with bars and backquotes', () => {
    const names: NamesFile = {
      chapters: packRows([['a/b', 'ps | `grep` 한글', 1, 1]]),
      terms: packRows([[0, '', '파이프', 'pipe', '빠이프']]),
    };
    const read = readIndex(names, { english: {}, sections: {}, things: {} });
    assert.equal(read.chapters[0]?.title, 'ps    grep  한글');
    assert.deepEqual(read.byKey.get('빠이프')?.[0]?.ko, '파이프');
  });
  it('number sections and figures as the book does', () => {
    const chapter = book.chapters.find(({ text }) => text && text.numbered.length > 2);
    const read = index.chapters.find(({ slug }) => slug === chapter?.slug);
    for (const { id, number } of chapter?.text?.sections ?? []) {
      const place = read?.sections.find((section) => section.id === id);
      if (place && number) assert.ok(place.title.startsWith(`${number} `), place.title);
    }
    for (const { id, number } of chapter?.text?.numbered ?? [])
      assert.match(read?.things.find((thing) => thing.id === id)?.title ?? '', new RegExp(`^(그림|표|예제) ${number} `));
  });
  it('hold the definitions of all terms', () => assert.equal(Object.values(files.definitions).flatMap((file) => Object.keys(file)).length, book.terms.length));
});

describe('addresses', () => {
  it('come back as they went, whatever the query', () => {
    for (const query of ['컨테이너를', 'a&b=c#d', '100%', '<b>', '한 글+']) {
      const address = searchAddress('/isolation/', query, true);
      assert.ok(address.startsWith('/isolation/search/?q='));
      assert.deepEqual(askedIn(new URL(address, 'http://localhost').search), { query, literal: true });
    }
    assert.deepEqual(askedIn('?q=%E0%A4%A'), askedIn('?q=%E0%A4%A'), 'garbage is read, not thrown');
    assert.deepEqual(askedIn(''), { query: '', literal: false });
  });
});

describe('wording', () => {
  it('counts as one counts aloud', () => {
    assert.equal(countsInWords({ terms: 1, chapters: 4, places: 11 }), '용어 한 개, 장 네 곳, 절 11곳');
    assert.equal(countsInWords({ terms: 0, chapters: 0, places: 0 }), '');
  });
});

describe('text for the full-text index', () => {
  it('is read back as it was', () => {
    for (const text of ['컨테이너를', '값 있는 뷁', 'scratch 이미지', '가각갛힣']) {
      const spelt = toIndexText(text);
      assert.doesNotMatch(spelt, /[가-힣]/u);
      assert.equal(fromIndexText(spelt), text);
    }
  });
});
