/** What every page does with a script: theme, notes in place, the reader's place in the contents, copying, search. Everything works without it, less handily. */

import { offerCopies } from './copy.client.ts';
import { openNotesInPlace } from './notes.client.ts';
import { followReading } from './reading-place.client.ts';
import { switchTheme } from './theme.client.ts';

switchTheme();
openNotesInPlace();
followReading();
offerCopies();

const openSearch = async () => (await import('../search/dialog.client.ts')).openSearch();

document.addEventListener('click', (event) => {
  const opener = event.target instanceof Element && event.target.closest('[data-search-open]');
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void openSearch();
});

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  const shortcut =
    (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) ||
    (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey);
  if (!shortcut || event.isComposing) return;
  event.preventDefault();
  void openSearch();
});
