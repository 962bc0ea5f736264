type Props = { readonly size: number };

/** Galka's mark: a jackdaw's head whose beak is a tick, with its pale eye. */
export function Mark({ size }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" fill="none">
      <path
        className="fill-ink"
        d="M2.500 30C2 18 5.500 5 15.500 4.500c4.600-.2 7.700 2.300 8.600 6.200l-4.600 6.100-3.400-3.200-2.700 2.900 5.300 5.200c-.7 3.600-.2 5.900 1 8.300z"
      />
      <path
        className="stroke-blue"
        d="M15.600 15.900l4 3.800 9.700-11.700"
        strokeWidth="3.400"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="15.400" cy="9.600" r="1.700" className="fill-blue-soft" />
    </svg>
  );
}
