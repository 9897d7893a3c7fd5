/**
 * Label → lines. Breaks only at spaces outside brackets, and balances the lines. Widths are estimates from the book's font, good
 * enough to choose where to break; the room for the lines is then measured in the browser.
 */
import { TEXT } from './config.ts';

/** Width in em of one character of Pretendard. */
function advance(character: string): number {
  if (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/.test(character)) return 0.864;
  if (/[\sijlI.,:;'’‘|!()[\]·]/.test(character)) return 0.28;
  if (/[A-Zmw@%+=→…—]/.test(character)) return 0.72;
  return 0.58;
}

/** Estimated width in px at the size of diagrams. */
export const estimateWidth = (text: string): number => [...text].reduce((sum, character) => sum + advance(character), 0) * TEXT.size;

/**
 * As few lines as fit in `limit`, and those as even as possible.
 * @param limit px; a single longer word stays whole
 */
export function breakLines(text: string, limit: number): string[] {
  const words = text.trim().split(/\s+(?![^([]*[)\]])/);
  const fill = (width: number): string[] => {
    const lines: string[] = [];
    for (const word of words) {
      const extended = `${lines.at(-1) ?? ''} ${word}`;
      if (lines.length > 0 && estimateWidth(extended) <= width) lines[lines.length - 1] = extended;
      else lines.push(word);
    }
    return lines;
  };
  let best = fill(limit);
  const count = best.length;
  for (let width = limit - 4; width > 0; width -= 4) {
    const lines = fill(width);
    if (lines.length > count) break;
    best = lines;
  }
  return best;
}
