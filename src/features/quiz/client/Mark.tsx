/** A tick or a cross with its meaning in words for those who do not see it. */
export function Mark({ right, hidden = false }: { right: boolean; hidden?: boolean }) {
  return (
    <span class={right ? 'sb-mark sb-mark-right' : 'sb-mark sb-mark-wrong'}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={right ? 'M3 8.5l3.5 3.5L13 4.5' : 'M4 4l8 8M12 4l-8 8'} />
      </svg>
      {!hidden && <span class="sb-hidden">{right ? 'Right' : 'Not right'}</span>}
    </span>
  );
}
