/** Shapes that say how something stands to whoever does not tell the colours apart. */
export type Shape = 'ok' | 'half' | 'stop' | 'dashed' | 'hold' | 'off' | 'none';

const drawn = {
  ok: (
    <>
      <circle cx="8" cy="8" r="6.7" class="full" />
      <path d="M4.4 8.3l2.4 2.4 4.8-5" class="mark" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 1.4a6.6 6.6 0 0 1 0 13.2z" class="full" />
    </>
  ),
  stop: (
    <>
      <path d="M8 1.6l6.8 12.3H1.2z" class="full" stroke-linejoin="round" />
      <path d="M8 5.6v4.2M8 11.4v1.6" class="mark" />
    </>
  ),
  dashed: <circle cx="8" cy="8" r="6.4" stroke-dasharray="2.4 2" />,
  hold: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" />
      <path d="M6 5v6M10 5v6" />
    </>
  ),
  off: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M3.5 12.5l9-9" />
    </>
  ),
  none: <path d="M5.5 8h5" />,
};

/** A shape of sixteen pixels. The word beside it, seen or not, says the same. */
export function ShapeOf({ shape }: { shape: Shape }) {
  return (
    <svg class={'shape ' + shape} viewBox="0 0 16 16" aria-hidden="true">
      {drawn[shape]}
    </svg>
  );
}
