import type { ComponentProps } from "react";
import { useContactFields } from "../people/use-contact-fields.ts";

type Props = {
  /** What ties the control to its label. */
  readonly tied: ComponentProps<"input"> & ComponentProps<"select">;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const TYPES = { text: "text", number: "text", date: "date", phone: "tel", link: "url" } as const;
const MODES = { number: "decimal", phone: "tel", link: "url" } as const;

/** The control for a value, by the kind of its field; a field that nobody defined is free text. */
export function FieldInput({ tied, name, value, onChange }: Props) {
  const field = useContactFields().find((it) => it.name === name);
  if (field?.kind === "choice") {
    const choices = field.choices.includes(value) ? field.choices : [value, ...field.choices];
    return (
      <select
        {...tied}
        className="field"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((it) => (
          <option key={it} value={it}>
            {it}
          </option>
        ))}
      </select>
    );
  }
  const kind = field?.kind ?? "text";
  // A date that does not read as one is shown as it was written.
  const type = kind === "date" && !/^(?:\d{4}-\d{2}-\d{2})?$/u.test(value) ? "text" : TYPES[kind];
  return (
    <input
      {...tied}
      className="field"
      type={type}
      {...(kind in MODES
        ? { inputMode: MODES[kind === "number" ? "number" : kind === "phone" ? "phone" : "link"] }
        : {})}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
