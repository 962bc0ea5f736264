import { useTranslation } from "react-i18next";
import type { FaultMatch } from "@galka/emulator/wire/control";
import { usePhones } from "../../state/store.ts";
import { Field } from "../../ui/Field.tsx";
import { Choice } from "../parts/Choice.tsx";
import type { FaultDraft } from "./fault-draft.ts";

const UPDATES = ["", "message", "status", "other"] as const;
const STATUSES = ["", "sent", "delivered", "read", "played", "failed"] as const;
const METHODS = ["", "GET", "POST", "DELETE"] as const;
const TEXTS = {
  request: ["path", "template", "to", "type"],
  webhook: ["field", "to", "type"],
} as const satisfies Record<string, readonly (keyof FaultMatch)[]>;

type Props = {
  readonly draft: FaultDraft;
  readonly onChange: (part: Partial<FaultDraft>) => void;
};

/** Which requests or updates a rule is about. */
export function FaultMatchFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const numbers = usePhones((phones) => phones.numbers);
  const { on, match } = draft;
  const set = <K extends keyof FaultMatch>(key: K, value: FaultMatch[K] | "") => {
    const { [key]: _before, ...rest } = match;
    onChange({ match: value === "" ? rest : { ...rest, [key]: value } });
  };
  const any = t("faults.form.any");
  return (
    <fieldset className="grid gap-3 @lg:grid-cols-2 @3xl:grid-cols-4">
      <legend className="mb-1 text-list text-ink-3">{t("faults.form.match")}</legend>
      {on === "request" ? (
        <Choice
          label={t("faults.form.method")}
          value={METHODS.find((it) => it === match.method) ?? ""}
          options={METHODS}
          words={(it) => (it === "" ? any : it)}
          onChange={(it) => set("method", it)}
        />
      ) : (
        <>
          <Choice
            label={t("faults.form.update")}
            value={match.update ?? ""}
            options={UPDATES}
            words={(it) => (it === "" ? any : t(`faults.updates.${it}`))}
            onChange={(it) => set("update", it)}
          />
          <Choice
            label={t("faults.form.statusOf")}
            value={match.status ?? ""}
            options={STATUSES}
            words={(it) => (it === "" ? any : t(`log.status.${it}`))}
            onChange={(it) => set("status", it)}
          />
        </>
      )}
      <Choice
        label={t("faults.form.number")}
        value={match.phoneNumberId ?? ""}
        options={["", ...numbers.map((it) => it.id)]}
        words={(id) => numbers.find((it) => it.id === id)?.displayPhoneNumber ?? any}
        onChange={(it) => set("phoneNumberId", it)}
      />
      {TEXTS[on].map((key) => (
        <Field
          key={key}
          label={t(`faults.form.${key}`)}
          placeholder={any}
          value={match[key] ?? ""}
          onChange={(event) => set(key, event.target.value)}
        />
      ))}
    </fieldset>
  );
}
