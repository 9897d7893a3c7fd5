/** On narrow pages a note opens and closes where it is called, without a jump or an entry in the history. */
export function openNotesInPlace(): void {
  const beside = matchMedia('(min-width: 70rem)');
  const set = (caller: Element, note: Element, open: boolean) => {
    note.toggleAttribute('data-open', open);
    caller.setAttribute('aria-expanded', String(open));
  };
  for (const caller of document.querySelectorAll<HTMLAnchorElement>('a.term, a.cite')) {
    const note = document.getElementById(caller.hash.slice(1));
    if (!note) continue;
    if (!beside.matches) caller.setAttribute('aria-expanded', 'false');
    beside.addEventListener('change', () => (beside.matches ? caller.removeAttribute('aria-expanded') : set(caller, note, note.hasAttribute('data-open'))));
    const close = () => {
      set(caller, note, false);
      caller.focus();
    };
    const offerToClose = () => {
      if (note.querySelector('.note-close')) return;
      const closer = document.createElement('button');
      closer.type = 'button';
      closer.className = 'note-close';
      closer.textContent = '닫기';
      closer.addEventListener('click', close);
      note.append(' ', closer);
    };
    caller.addEventListener('click', (event) => {
      if (beside.matches) return;
      event.preventDefault();
      offerToClose(); // not before: sixty buttons would lay the page out again
      set(caller, note, !note.hasAttribute('data-open'));
    });
    for (const part of [caller, note]) {
      part.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Escape' && note.hasAttribute('data-open')) close();
      });
    }
  }
}
