/** Text → pieces, those that were asked for set apart. The browser makes elements of them; no markup is ever put together as text. */

export interface Piece {
  text: string;
  found: boolean;
}

/** @param keys letters and digits only (see `keyOf`); in the text they may be parted by spaces, hyphens, joiners */
export function pieces(text: string, keys: readonly string[]): Piece[] {
  const usable = [...keys].filter((key) => /^[\p{L}\p{N}]{1,40}$/u.test(key)).sort((a, b) => b.length - a.length);
  if (usable.length === 0) return [{ text, found: false }];
  // A Latin word is marked at its beginning only: `ring` is not in `string`.
  const pattern = usable
    .map((key) => (/^[a-z0-9]/.test(key) ? '(?<![a-z0-9])' : '') + [...key].join('[\\s\\u2060._/-]?') + (/^[a-z0-9]{1,3}$/.test(key) ? '(?![a-z0-9])' : ''))
    .join('|');
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    if (match.index > from) found.push({ text: text.slice(from, match.index), found: false });
    found.push({ text: match[0], found: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from), found: false });
  return found;
}
