import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActions } from "../../api/actions.ts";
import { call } from "../../api/emulator.ts";
import { Field } from "../../ui/Field.tsx";
import { Block } from "../parts/Block.tsx";
import { Choice } from "../parts/Choice.tsx";
import {
  FIELDS,
  type HappeningField,
  type HappeningKind,
  happeningOf,
  type Written,
} from "./happening-fields.ts";

type Props = {
  readonly title: string;
  readonly which: string;
  /** Where the control API has the subjects. */
  readonly place: "wabas" | "numbers";
  readonly subjects: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly HappeningKind[];
};

/** Lets one thing happen to an account or a number, and says that it did. */
export function HappeningForm(props: Props) {
  const { t } = useTranslation();
  const { attempt } = useActions();
  const [first] = props.kinds;
  const [chosen, setChosen] = useState(props.subjects[0]?.id ?? "");
  const [kind, setKind] = useState(first);
  const [written, setWritten] = useState<Written>({});
  const [told, setTold] = useState("");
  const subject = props.subjects.find((it) => it.id === chosen) ?? props.subjects[0];
  if (kind === undefined || subject === undefined) return null;
  const fields = FIELDS[kind];
  const body = happeningOf(kind, written);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (kind === undefined || subject === undefined || body === null) return;
    attempt(async () => {
      await call<unknown>("POST", `${props.place}/${subject.id}/happenings`, body);
      setTold(t("happenings.told", { what: t(`happenings.kinds.${kind}`), name: subject.name }));
    });
  }
  return (
    <Block title={props.title}>
      <form className="space-y-3" onSubmit={submit}>
        <div className="grid gap-3 @lg:grid-cols-2">
          <Choice
            label={props.which}
            value={subject.id}
            options={props.subjects.map((it) => it.id)}
            words={(id) => props.subjects.find((it) => it.id === id)?.name ?? id}
            onChange={setChosen}
          />
          <Choice
            label={t("happenings.what")}
            value={kind}
            options={props.kinds}
            words={(it) => t(`happenings.kinds.${it}`)}
            onChange={(it) => {
              setKind(it);
              setWritten({});
              setTold("");
            }}
          />
          {fields.map((field) => (
            <HappeningInput
              key={`${kind} ${field.name}`}
              field={field}
              value={written[field.name] ?? field.initial}
              onChange={(text) => setWritten((before) => ({ ...before, [field.name]: text }))}
            />
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <button type="submit" className="btn btn-primary" disabled={body === null}>
            {t("happenings.happen")}
          </button>
          <output className="text-list text-ink-2">{told}</output>
        </div>
      </form>
    </Block>
  );
}

type InputProps = {
  readonly field: HappeningField;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

/** One field: Meta's own words to choose from, or a line to write. */
function HappeningInput({ field, value, onChange }: InputProps) {
  const { t } = useTranslation();
  const label = t(`happenings.fields.${field.name}`);
  if (field.options !== undefined) {
    return (
      <Choice
        label={label}
        value={value}
        options={field.options}
        words={(it) => it}
        onChange={onChange}
      />
    );
  }
  return (
    <Field
      label={label}
      value={value}
      {...(field.optional === true ? { hint: t("happenings.optional") } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
