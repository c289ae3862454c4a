/** Marks in "On this page" the section being read. */
export function markSection(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.sb-toc a')];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  if (links.length === 0) return;

  const mark = () => {
    const line = innerHeight / 3;
    const last = headings.findLastIndex(
      (heading) => heading && heading.getBoundingClientRect().top < line,
    );
    links.forEach((link, index) => {
      if (index === last) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  };
  const observer = new IntersectionObserver(mark, { rootMargin: '99999px 0px -66% 0px' });
  for (const heading of headings) if (heading) observer.observe(heading);
}
