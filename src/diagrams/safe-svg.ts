/** What a committed SVG may hold. Everything else is a defect of the pipeline, found before it reaches a page. */

const ELEMENTS = new Set(['svg', 'g', 'path', 'rect', 'text', 'tspan']);
const ATTRIBUTES = new Set(['xmlns', 'class', 'role', 'viewBox', 'width', 'height', 'x', 'y', 'dy', 'rx', 'd']);

/** @returns what is wrong with the SVG, in English; empty when it is safe to write into a page */
export function unsafeParts(svg: string): string[] {
  const found: string[] = [];
  if (!/^<svg [^>]*role="img"[^>]*viewBox="[-\d. ]+"/.test(svg.replace(/(viewBox="[^"]*")(.*?)(role="img")/, '$3 $1 $2')))
    found.push('no <svg role="img" viewBox>');
  if (!svg.includes('<text')) found.push('no text');
  if (/<[!?]/.test(svg)) found.push('comment, doctype or instruction');
  for (const [, name = '', attributes = ''] of svg.matchAll(/<([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"]*")*)\s*\/?>/g)) {
    if (!ELEMENTS.has(name)) found.push(`<${name}>`);
    for (const [, key = '', value = ''] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (!ATTRIBUTES.has(key)) found.push(`${name}[${key}]`);
      else if (key !== 'xmlns' && /url\(|:\/\/|NaN|Infinity|undefined/.test(value)) found.push(`${name}[${key}="${value}"]`);
    }
  }
  // Tags that the pattern above did not read as a whole.
  const tags = svg.match(/<[A-Za-z]/g)?.length ?? 0;
  const read = svg.match(/<([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"]*")*)\s*\/?>/g)?.length ?? 0;
  if (tags !== read) found.push(`${tags - read} tags in an unknown form`);
  return found;
}
