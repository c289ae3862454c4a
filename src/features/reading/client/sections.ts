/**
 * Marks in "On this page" the section being read, and tells of it: `onChange` gets the link to the
 * section that the reader has come to, or undefined above the first.
 */
export function followSections(onChange: (link: HTMLAnchorElement | undefined) => void): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.sb-toc a')];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  let current: HTMLAnchorElement | undefined;

  const mark = () => {
    const line = innerHeight / 3;
    const above = (limit: number) =>
      headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < limit);
    let last = above(line);
    const { scrollHeight } = document.documentElement;
    // The last headings may never come up to the line: at the end of the page the one led to counts, or the last.
    if (scrollY > 0 && scrollY + innerHeight > scrollHeight - 2) {
      const led = links.findIndex(({ hash }) => hash === location.hash);
      last = led > last ? led : above(innerHeight);
    }
    if (links[last] === current) return;
    current?.removeAttribute('aria-current');
    current = links[last];
    current?.setAttribute('aria-current', 'true');
    onChange(current);
  };
  // The upper edge is out of reach, so that a heading counts from the line upwards, however far.
  const observer = new IntersectionObserver(mark, { rootMargin: '99999px 0px -66% 0px' });
  for (const heading of headings) if (heading) observer.observe(heading);
  const footer = document.querySelector('.sb-footer');
  if (footer) new IntersectionObserver(mark, { threshold: [0, 0.5, 0.98] }).observe(footer);
  addEventListener('hashchange', mark);
}
