import type { ReactNode } from "react";

/** Names and values, two columns where there is room. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-1.5 text-list @md:grid-cols-[max-content_1fr]">
      {children}
    </dl>
  );
}

type FactProps = { readonly name: string; readonly children: ReactNode };

export function Fact({ name, children }: FactProps) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="mb-1 min-w-0 break-words @md:mb-0">{children}</dd>
    </>
  );
}
