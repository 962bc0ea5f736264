type Props = { readonly size: number };

/** Galka's mark: a jackdaw's head whose beak is a tick, with its pale eye. */
export function Mark({ size }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      fill="none"
      className="shrink-0"
    >
      <path
        className="fill-ink"
        d="M3 30c-.9-9.600 1.300-25 13.200-25.400 4.900-.1 8.200 2.800 9 7l-5 5.900-2.600-2.700c-.9-.9-2.300-.9-3.200 0-.9.9-.9 2.300 0 3.200l4.300 4.300c-1 3-.9 5.400.3 7.700z"
      />
      <path
        className="stroke-blue"
        d="M15.900 16.400l4.300 4.300L30 9.300"
        strokeWidth="3.600"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="16.800" cy="10.200" r="1.800" className="fill-blue-soft" />
    </svg>
  );
}
