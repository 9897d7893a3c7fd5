/** Stored SVG + words of its figure → SVG with an accessible name and description, for one page. */

/**
 * @param id of the figure: unique in the page, and so are the ids made from it
 * @param title may hold `code` in backticks
 */
export function nameSvg(svg: string, id: string, title: string, description: string): string {
  const name = `<title id="${id}-title">${escapeText(title.replaceAll('`', ''))}</title><desc id="${id}-desc">${escapeText(description)}</desc>`;
  return svg
    .trim()
    .replace(' xmlns="http://www.w3.org/2000/svg"', '')
    .replace(/^<svg([^>]*)>/, (_, attributes) => `<svg${attributes} aria-labelledby="${id}-title ${id}-desc">${name}`);
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
