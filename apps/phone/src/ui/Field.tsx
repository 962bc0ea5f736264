import type { InputHTMLAttributes } from "react";
import { FieldFrame } from "./FieldFrame.tsx";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className"> & {
  readonly label: string;
  readonly hint?: string;
};

/** A one-line input under its name. */
export function Field({ label, hint, ...input }: Props) {
  return (
    <FieldFrame label={label} hint={hint}>
      {(tied) => <input {...input} {...tied} className="field" autoComplete="off" />}
    </FieldFrame>
  );
}
