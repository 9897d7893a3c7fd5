/** Elements of text: whatever is shown goes in as text, never as markup. */
import { pieces } from './highlight.ts';

type Child = Node | string | false | undefined;

/** @param attributes `class`, `href` …; undefined ones are left out */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child): child is Node | string => child !== false && child !== undefined));
  return made;
}

/** Text with what was asked for in `<mark>`. */
export const marked = (text: string, keys: readonly string[]): (Node | string)[] =>
  pieces(text, keys).map((piece) => (piece.found ? element('mark', {}, piece.text) : piece.text));
