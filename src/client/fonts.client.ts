/**
 * The web fonts of a first visit. They are asked for after the first paint, so that they delay no text, and then
 * take the place of the stand-in without moving anything in view: a block whose lines would break otherwise gets its
 * word spaces drawn in or out by a hair. Where that does not help, the stand-in stays until the next page, on which
 * the fonts stand from the first paint (`firstScript` of src/security.ts reads what is remembered here).
 */
const FACES = ['400 1em "Book Text"', '400 1em "Book Code"'];
const BLOCKS = 'h1, h2, h3, p, li, dt, dd, pre, figcaption, td, th, .note, nav a';
/** Word spacing tried on a block, in em. */
const HAIRS = ['-.03em', '.03em', '-.06em', '.06em', '-.09em'];
/** Pixels that a block may move unseen. */
const UNSEEN = 2;

export function askForFonts(): void {
  const root = document.documentElement;
  if ('fonts' in root.dataset) return;
  requestAnimationFrame(() =>
    setTimeout(async () => {
      await Promise.all(FACES.map((face) => document.fonts.load(face, '가a')));
      swap(root);
      try {
        localStorage.setItem('fonts', '1');
      } catch {
        // Private windows may refuse; every page is then like a first visit.
      }
    }),
  );
}

/** All within one frame: the reader sees either nothing or the better letters. */
function swap(root: HTMLElement): void {
  const inView = [...document.querySelectorAll<HTMLElement>(BLOCKS)]
    .map((block) => ({ block, rect: block.getBoundingClientRect() }))
    .filter(({ rect }) => rect.bottom > 0 && rect.top < innerHeight);
  root.dataset['fonts'] = '';
  for (const { block, rect } of inView) {
    const fits = () => Math.abs(block.offsetHeight - rect.height) <= UNSEEN;
    for (const hair of HAIRS) {
      if (fits()) break;
      block.style.wordSpacing = hair;
    }
  }
  const moved = ({ block, rect }: (typeof inView)[number]) => Math.abs(block.getBoundingClientRect().top - rect.top) > UNSEEN;
  if (!inView.some(moved)) return;
  delete root.dataset['fonts'];
  for (const { block } of inView) block.style.wordSpacing = '';
}
