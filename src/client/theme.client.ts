/** The switch of light and dark. The choice is kept in this browser; without one the device decides. */
export function switchTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (!button) return;
  const device = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const isDark = () => (root.dataset['theme'] ? root.dataset['theme'] === 'dark' : device.matches);
  const label = () => {
    button.textContent = isDark() ? '밝게' : '어둡게';
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem('theme', root.dataset['theme']);
    } catch {
      // Private windows may refuse; the choice then lasts for this page.
    }
    label();
  });
  device.addEventListener('change', label);
  label();
}
