/**
 * Puts the note of every term and citation at the end of the sentence that calls it.
 *
 *   <p>…<Term id="x"/>를 본다.<Cite id="y"/> 다음.</p>
 *   → <p>…<Term id="x"/>를 본다.<Cite id="y"/><Note term="x"/><Note cite="y"/> 다음.</p>
 *
 * Read aloud there, opened there on a phone, floated beside it on a wide page. Notes of a table stand after
 * the table, those of a heading after the heading. Order: after `citation-numbers`, before `sections`.
 */
import { attribute, component, isComponent, isWhitespace, type Node } from './tree.ts';

const SENTENCE_END = /[.?!][”’")\]」]*(?=\s|$)/u;
/** Elements that end a sentence and have sentences of their own; all others stand within one. */
const BLOCK = new Set(['p', 'ul', 'ol', 'li', 'dl', 'div', 'blockquote', 'figure', 'section', 'pre', 'table', 'h2', 'h3', 'h4']);
/** Elements in which a note would break the layout or the reading: theirs stand behind them. */
const CLOSED = new Set(['table', 'h2', 'h3', 'h4']);

export function placeNotes(root: Node): Node {
  return { ...root, children: placeIn(root.children ?? []) };
}

function placeIn(children: Node[]): Node[] {
  const inlineHere = children.some((child) => !isWhitespace(child) && (child.type === 'text' || isComponent(child, 'Term', 'Cite')));
  if (inlineHere) return placeAtSentenceEnds(children);
  return children.flatMap((child) => {
    if (!child.children?.length) return [child];
    if (CLOSED.has(child.tagName ?? '') || isComponent(child, 'Table')) return [child, ...notesIn(child)];
    return [{ ...child, children: placeIn(child.children) }];
  });
}

function placeAtSentenceEnds(children: Node[]): Node[] {
  const placed: Node[] = [];
  let waiting: Node[] = [];
  let ended = false; // the text before this child closed its sentence
  const release = () => {
    placed.push(...waiting);
    waiting = [];
  };
  for (const child of children) {
    if (child.type === 'text') {
      let rest = child.value ?? '';
      if (ended && waiting.length > 0) release();
      while (waiting.length > 0) {
        const end = SENTENCE_END.exec(rest);
        if (!end) break;
        const cut = end.index + end[0].length;
        if (cut === rest.length) break; // a citation may follow the full stop
        placed.push({ ...child, value: rest.slice(0, cut) });
        rest = rest.slice(cut);
        release();
      }
      placed.push({ ...child, value: rest });
      ended = closesSentence(rest);
      continue;
    }
    if (!isComponent(child, 'Cite') && ended) release();
    const caller = isComponent(child, 'Term', 'Cite');
    const block = !caller && (BLOCK.has(child.tagName ?? '') || child.type === 'mdxJsxFlowElement');
    if (block) {
      release();
      placed.push(...placeIn([child]));
    } else {
      placed.push(child);
      waiting.push(...(caller ? [noteFor(child)] : notesIn(child)));
    }
    if (!isComponent(child, 'Cite')) ended = !block && closesSentence(textOf(child));
  }
  release();
  return placed;
}

const closesSentence = (words: string): boolean => new RegExp(`${SENTENCE_END.source}$`, 'u').test(words.trimEnd());
const textOf = (node: Node): string => (node.tagName === 'code' ? '' : (node.value ?? '') + (node.children ?? []).map(textOf).join(''));

const notesIn = (node: Node): Node[] => (node.children ?? []).flatMap((child) => (isComponent(child, 'Term', 'Cite') ? [noteFor(child)] : notesIn(child)));

function noteFor(caller: Node): Node {
  const id = attribute(caller, 'id') ?? '';
  if (isComponent(caller, 'Term')) return component('Note', { term: id });
  const at = attribute(caller, 'at');
  return component('Note', { cite: id, call: attribute(caller, 'call') ?? '1', ...(at ? { at } : {}) });
}
