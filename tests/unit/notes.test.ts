import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeNotes } from '../../src/markdown/notes.ts';
import { hast, show } from './hast.ts';

/** T and C stand for calls, ᵗ and ᶜ for their notes. */
const place = (mdx: string) => {
  const source = mdx.replace(/([TC])(\w)/g, (_, kind: string, id: string) => `<${kind === 'T' ? 'Term' : 'Cite'} id="${id}" />`);
  return show(placeNotes(hast(source)))
    .replace(/<(Term|Cite) id="(\w)"\/>/g, (_, name: string, id: string) => name[0] + id)
    .replace(/<Note term="(\w)"\/>/g, 'ᵗ$1')
    .replace(/<Note cite="(\w)" call="1"\/>/g, 'ᶜ$1');
};

const TABLE: [name: string, mdx: string, html: string][] = [
  ['a term: at the end of its sentence', 'Ta를 본다. 다음 문장.', '<p>Ta를 본다.ᵗa 다음 문장.</p>'],
  ['a term in the last sentence: at the end of the paragraph', '앞 문장. Ta를 본다.', '<p>앞 문장. Ta를 본다.ᵗa</p>'],
  ['no full stop: at the end of the paragraph', 'Ta를 보면', '<p>Ta를 보면ᵗa</p>'],
  ['a citation behind the full stop', '글이다.Ca 다음.', '<p>글이다.Caᶜa 다음.</p>'],
  ['two citations behind one full stop', '글이다.CaCb 다음.', '<p>글이다.CaCbᶜaᶜb 다음.</p>'],
  ['a term and the citation of its sentence', 'Ta를 본다.Cb 다음.', '<p>Ta를 본다.Cbᵗaᶜb 다음.</p>'],
  ['several terms of one sentence', 'Ta와 Tb는 다르다. 다음 Tc.', '<p>Ta와 Tb는 다르다.ᵗaᵗb 다음 Tc.ᵗc</p>'],
  ['a term in a sentence after a citation', '글이다.Ca Tb는 다르다. 끝.', '<p>글이다.Caᶜa Tb는 다르다.ᵗb 끝.</p>'],
  ['a citation in the middle of a sentence', '글Ca은 이렇다. 끝.', '<p>글Ca은 이렇다.ᶜa 끝.</p>'],
  ['a full stop inside a quotation', '“Ta이다.” 다음.', '<p>“Ta이다.”ᵗa 다음.</p>'],
  ['a point inside a number or a name is no end', 'Ta는 6.1부터 a.out이다. 끝.', '<p>Ta는 6.1부터 a.out이다.ᵗa 끝.</p>'],
  ['a question', 'Ta인가? 아니다.', '<p>Ta인가?ᵗa 아니다.</p>'],
  ['a term inside strong', '**Ta 곧** 본다. 끝.', '<p><strong>Ta 곧</strong> 본다.ᵗa 끝.</p>'],
  ['code between a term and the end of its sentence', 'Ta는 `ps`로 본다. 끝.', '<p>Ta는 <code>ps</code>로 본다.ᵗa 끝.</p>'],
  ['a line break inside the sentence', 'Ta는<br />본다. 끝.', '<p>Ta는<br/>본다.ᵗa 끝.</p>'],
  ['words of its own between', '<Ref to="x">Ta 말</Ref>은 이렇다. 끝.', '<p><Ref to="x">Ta 말</Ref>은 이렇다.ᵗa 끝.</p>'],
  ['a sentence that ends inside strong', '**글이다.**Ca 다음 문장.', '<p><strong>글이다.</strong>Caᶜa 다음 문장.</p>'],
  ['a term and the end of its sentence inside strong', '**Ta이다.** 다음 문장.', '<p><strong>Ta이다.</strong>ᵗa 다음 문장.</p>'],
  ['list items: each has its own', '- Ta이다.\n- 글.Cb', '<ul><li>Ta이다.ᵗa</li><li>글.Cbᶜb</li></ul>'],
  ['a list with paragraphs', '- Ta이다.\n\n- 글.Cb 끝.', '<ul><li><p>Ta이다.ᵗa</p></li><li><p>글.Cbᶜb 끝.</p></li></ul>'],
  ['an item with a list inside: before the inner list', '- Ta이다\n  - 안.Cb', '<ul><li>Ta이다ᵗa<ul><li>안.Cbᶜb</li></ul></li></ul>'],
  [
    'a table: all behind it, in order',
    '| 가 | 나 |\n| - | - |\n| Ta | 글.Cb |\n\n뒤.',
    '<table><thead><tr><th>가</th><th>나</th></tr></thead><tbody><tr><td>Ta</td><td>글.Cb</td></tr></tbody></table>ᵗaᶜb<p>뒤.</p>',
  ],
  ['a heading: behind it', '## Ta {#a}\n\n글.', '<h2 id="a">Ta</h2>ᵗa<p>글.</p>'],
  ['a component with paragraphs', '<Aside title="x">\n\nTa이다. 끝.\n\n</Aside>', '<Aside title="x"><p>Ta이다.ᵗa 끝.</p></Aside>'],
  ['a term that stands alone, like a block', 'Ta\n\n글.', 'Taᵗa<p>글.</p>'],
  ['nothing to place', '글. `a. b` 끝.', '<p>글. <code>a. b</code> 끝.</p>'],
];

for (const [name, mdx, html] of TABLE) test(`notes: ${name}`, () => assert.equal(place(mdx), html));

test('a note knows which call of its source it stands for, and where in the source', () => {
  assert.equal(show(placeNotes(hast('글.<Cite id="a" at="3쪽" call="2" />'))), '<p>글.<Cite id="a" at="3쪽" call="2"/><Note cite="a" call="2" at="3쪽"/></p>');
});

test('no word is lost or moved', () => {
  const words = (html: string) => html.replace(/<Note[^>]*>/g, '');
  const tree = hast('앞 <Term id="a">말</Term>과 *뒤 <Term id="b" />.*<Cite id="c" /> 또. 그리고 <Cite id="d" />\n\n> 인용 <Term id="e" />. 끝.');
  assert.equal(words(show(placeNotes(tree))), show(tree));
});
