export function openSearch(): void {
  location.href = document.querySelector<HTMLAnchorElement>('[data-search-open]')?.href ?? '';
}
