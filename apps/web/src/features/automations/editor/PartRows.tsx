import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { type Row, withChanged, withRow } from "./rule-form.ts";
import { type Option, Select } from "../../../ui/controls/Select.tsx";

type Props<T extends { readonly kind: string }> = {
  readonly rows: readonly Row<T>[];
  readonly kinds: readonly Option<T["kind"]>[];
  readonly words: { readonly kind: string; readonly add: string; readonly remove: string };
  readonly most: number;
  readonly start: (kind: T["kind"]) => T;
  readonly onChange: (rows: readonly Row<T>[]) => void;
  /** The fields of one part, and what is wrong with it. */
  readonly children: (part: T, index: number, onChange: (part: T) => void) => ReactNode;
};

/** Parts of a rule below each other: each is chosen, filled in and taken away. */
export function PartRows<T extends { readonly kind: string }>(props: Props<T>) {
  const { rows, kinds, words, most, start, onChange, children } = props;
  const first = kinds[0];
  return (
    <>
      <ol className="flex flex-col gap-2">
        {rows.map(({ key, part }, index) => (
          <li key={key} className="flex items-start gap-2 rounded-control border p-2">
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
              <Select<T["kind"]>
                label={words.kind}
                options={kinds}
                value={part.kind}
                onChange={(kind) => onChange(withChanged(rows, { key, part: start(kind) }))}
              />
              {children(part, index, (next) => onChange(withChanged(rows, { key, part: next })))}
            </div>
            <IconButton
              label={words.remove}
              onClick={() => onChange(rows.filter((row) => row.key !== key))}
            >
              <X size={16} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ol>
      {first && rows.length < most ? (
        <Button
          look="quiet"
          className="mt-2"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => onChange(withRow(rows, start(first.value)))}
        >
          {words.add}
        </Button>
      ) : null}
    </>
  );
}
