import type { ReactNode } from "react";

type Props = { readonly label: string; readonly children: ReactNode };

/** What is too wide for a narrow screen and scrolls sideways, by the keyboard too. */
export function ScrollBox({ label, children }: Props) {
  return (
    <section
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box has to take the focus
      tabIndex={0}
      className="overflow-x-auto"
    >
      {children}
    </section>
  );
}
