/**
 * The web fonts of a first visit. They are asked for after the first paint, so that they delay no text, and then take
 * the place of the stand-in: at once in what is in view, in the rest as the reader comes near, so that no task is long.
 * Nothing in view moves: a block whose lines would break otherwise gets its word spaces drawn in or out by a hair;
 * where that does not help, the stand-in stays until the next page, on which the fonts stand from the first paint
 * (`firstScript` of src/security.ts reads what is remembered here).
 */
const FACES = ['400 1em "Book Text"', '400 1em "Book Code"'];
/** Pieces of a page that change their font on their own. */
const PIECES = '.masthead, .contents, .chapter > *, .home > *, main > :not(.chapter), .colophon';
const BLOCKS = 'h1, h2, h3, p, li, dt, dd, pre, figcaption, td, th, .note, nav a';
/** Word spacing tried on a block, in em. */
const HAIRS = ['-.03em', '.03em', '-.06em', '.06em', '-.09em'];
/** Pixels that a block may move unseen. */
const UNSEEN = 2;

export async function askForFonts(): Promise<void> {
  const root = document.documentElement;
  if ('fonts' in root.dataset) return;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await Promise.all(FACES.map((face) => document.fonts.load(face, '가a')));
  const pieces = [...document.querySelectorAll<HTMLElement>(PIECES)];
  const seen = pieces.filter(inView);
  if (swapUnmoved(seen)) followWithFonts(pieces.filter((piece) => !seen.includes(piece)));
  try {
    localStorage.setItem('fonts', '1');
  } catch {
    // Private windows may refuse; every page is then like a first visit.
  }
}

/** The rest of the page changes as the reader comes within a screen of it, or prints. */
function followWithFonts(pieces: readonly HTMLElement[]): void {
  const use = (piece: Element) => piece.setAttribute('data-fonts', '');
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        use(target);
        watch.unobserve(target);
      }
    },
    { rootMargin: '100% 0px' },
  );
  for (const piece of pieces) watch.observe(piece);
  addEventListener('beforeprint', () => pieces.forEach(use));
}

function inView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** All within one frame: the reader sees either nothing or the better letters. @returns whether the fonts stand */
function swapUnmoved(pieces: readonly HTMLElement[]): boolean {
  const blocks = pieces
    .flatMap((piece) => [...piece.querySelectorAll<HTMLElement>(BLOCKS)].filter(inView))
    .map((block) => ({ block, rect: block.getBoundingClientRect() }));
  for (const piece of pieces) piece.dataset['fonts'] = '';
  for (const { block, rect } of blocks) {
    for (const hair of HAIRS) {
      if (Math.abs(block.offsetHeight - rect.height) <= UNSEEN) break;
      block.style.wordSpacing = hair;
    }
  }
  if (blocks.every(({ block, rect }) => Math.abs(block.getBoundingClientRect().top - rect.top) <= UNSEEN)) return true;
  for (const piece of pieces) delete piece.dataset['fonts'];
  for (const { block } of blocks) block.style.wordSpacing = '';
  return false;
}
