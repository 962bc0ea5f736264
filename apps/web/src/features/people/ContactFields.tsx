import type { ContactFieldJson } from "@galka/contract/json/people";
import { useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Section } from "../settings/Section.tsx";
import { useContactFields } from "./use-contact-fields.ts";

const KINDS = ["text", "number", "date", "choice", "phone", "link"] as const;

/** The fields that contacts have, with what may stand in them. */
export function ContactFields() {
  const { t } = useTranslation();
  const api = useApi();
  const fields = useContactFields();
  const change = useChange();
  const mayChange = useMay()("settings.manage");
  return (
    <Section title={t("people.fields")} lead={t("people.fieldsLead")}>
      <ul className="flex flex-col divide-y">
        {fields.map((field) => (
          <li key={field.id} className="flex items-center gap-3 py-1">
            <span className="min-w-0 flex-1 truncate">{field.name}</span>
            <span className="truncate text-list text-ink-2">
              {t(`people.kind.${field.kind}`)}
              {field.choices.length > 0 ? ` · ${field.choices.join(", ")}` : ""}
            </span>
            {mayChange ? (
              <IconButton
                label={t("contact.removeField", { name: field.name })}
                onClick={() =>
                  void change(() => api("removeContactField", { params: { id: field.id } }))
                }
              >
                <Trash2 size={16} aria-hidden="true" />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <NewField
          onAdd={(body) =>
            change(() => api("addContactField", { body: { ...body, choices: [...body.choices] } }))
          }
        />
      ) : null}
    </Section>
  );
}

type Wanted = Pick<ContactFieldJson, "name" | "kind" | "choices">;

function NewField({ onAdd }: { readonly onAdd: (field: Wanted) => Promise<boolean> }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Wanted["kind"]>("text");
  const [choices, setChoices] = useState("");

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const listed = choices
      .split(",")
      .map((it) => it.trim())
      .filter((it) => it !== "");
    if (await onAdd({ name, kind, choices: listed })) setName("");
  }

  return (
    <form className="mt-3 flex flex-wrap items-end gap-3" onSubmit={(event) => void submit(event)}>
      <Field label={t("contact.fieldName")}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            required
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("people.fieldKind")}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={kind}
            onChange={(event) => setKind(KINDS.find((it) => it === event.target.value) ?? "text")}
          >
            {KINDS.map((it) => (
              <option key={it} value={it}>
                {t(`people.kind.${it}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind === "choice" ? (
        <Field label={t("people.choices")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              required
              value={choices}
              onChange={(event) => setChoices(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <Button type="submit" look="primary" disabled={name.trim() === ""}>
        {t("contact.addField")}
      </Button>
    </form>
  );
}

function useChange() {
  const queryClient = useQueryClient();
  const words = useErrorWords();
  return async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      await queryClient.invalidateQueries({ queryKey: ["collection", "contact-fields"] });
      return true;
    } catch (error) {
      toasts.add({ title: words(error) });
      return false;
    }
  };
}
