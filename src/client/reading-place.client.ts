/** Marks the section being read in the column of contents. */
export function followReading(): void {
  const links = new Map([...document.querySelectorAll<HTMLAnchorElement>('.contents ol ol a')].map((link) => [link.hash.slice(1), link]));
  if (links.size === 0) return;
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const link = isIntersecting && links.get(target.id);
        if (!link) continue;
        for (const other of links.values()) other.removeAttribute('aria-current');
        link.setAttribute('aria-current', 'true');
      }
    },
    { rootMargin: '0px 0px -75% 0px' },
  );
  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) watch.observe(heading);
  }
}
