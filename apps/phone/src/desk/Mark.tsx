/** Galka's mark: a jackdaw's head whose beak is a tick. Ink follows the theme, the tick is blue. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="size-7 flex-none text-ink" aria-hidden>
      <path d="M5 29c-1-13 5-22 14-22 4 0 7 2 8 5l4 3-9 3c-1 6-5 10-11 11z" fill="currentColor" />
      <path
        d="M19 15l3 3 8-8"
        fill="none"
        className="stroke-blue"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="18" cy="12" r="1.8" className="fill-surface" />
    </svg>
  );
}
