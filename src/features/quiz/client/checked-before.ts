/** Values that a reader chose on the server's page, under one name, before the script took over. */
export function checkedBefore(name: string): string[] {
  if (typeof document === 'undefined') return [];
  const inputs = document.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`);
  return [...inputs].map(({ value }) => value);
}
