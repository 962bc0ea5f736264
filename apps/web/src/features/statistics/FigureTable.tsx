import type { ReactNode } from "react";
import { classNames } from "../../ui/class-names.ts";
import { ScrollBox } from "./ScrollBox.tsx";

type Props = {
  readonly label: string;
  /** Over the names of the rows. */
  readonly corner: string;
  /** Over the figures. */
  readonly heads: readonly string[];
  readonly className?: string;
  /** Its bodies and its foot. */
  readonly children: ReactNode;
};

/** Figures in columns under their names; it scrolls sideways where it is too wide. */
export function FigureTable({ label, corner, heads, className, children }: Props) {
  return (
    <ScrollBox label={label}>
      <table className={classNames("w-full text-right tabular-nums", className)}>
        <thead className="text-list text-ink-2">
          <tr>
            <th scope="col" className="py-1 text-left font-medium">
              {corner}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1 pl-3 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </ScrollBox>
  );
}
