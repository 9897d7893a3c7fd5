/**
 * The web fonts of a first visit. They are asked for after the first paint, so that they delay no text, and used at
 * once if nothing in view moves by it; else from the next page on, where they stand from the first paint
 * (`firstScript` of src/security.ts reads what is remembered here).
 */
const FACES = ['400 1em "Book Text"', '400 1em "Book Code"'];
const BLOCKS = 'h1, h2, h3, p, li, dt, dd, pre, figure, table, nav a, button';
/** Pixels that a block may move unseen. */
const UNSEEN = 2;

export function askForFonts(): void {
  const root = document.documentElement;
  if ('fonts' in root.dataset) return;
  requestAnimationFrame(() =>
    setTimeout(async () => {
      await Promise.all(FACES.map((face) => document.fonts.load(face, '가a')));
      const before = places();
      root.dataset['fonts'] = '';
      // Measured and, if need be, taken back within one frame: the reader sees either nothing or the better letters.
      if (places().some((place, index) => Math.abs(place - (before[index] ?? 0)) > UNSEEN)) delete root.dataset['fonts'];
      try {
        localStorage.setItem('fonts', '1');
      } catch {
        // Private windows may refuse; every page is then like a first visit.
      }
    }),
  );
}

/** Tops and bottoms of what is in view, or would be with a little less above it. */
function places(): number[] {
  return [...document.querySelectorAll(BLOCKS)].flatMap((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? [top, Math.min(bottom, innerHeight)] : [0, 0];
  });
}
