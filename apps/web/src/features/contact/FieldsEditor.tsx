import type { ContactJson } from "@galka/contract/json/conversation";
import { Plus, Trash2 } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { toasts } from "../../ui/toasts.ts";
import { FieldInput } from "./FieldInput.tsx";
import { FieldPair } from "./FieldPair.tsx";
import { PanelSection } from "./PanelSection.tsx";
import { useUpdateContact } from "./use-update-contact.ts";

/** What the team noted about a contact, by name of the field. */
export function FieldsEditor({ contact }: { readonly contact: ContactJson }) {
  const { t } = useTranslation();
  const mayChange = useMay()("contacts.edit");
  const [adding, setAdding] = useState(false);
  const { update, error } = useUpdateContact(contact.id);
  const fields = Object.entries(contact.fields).toSorted(([a], [b]) => a.localeCompare(b));

  async function remove(name: string, value: string): Promise<void> {
    if (!(await update({ fields: { [name]: null } }))) return;
    const undo = () => void update({ fields: { [name]: value } });
    toasts.add({
      title: t("contact.fieldRemoved", { name }),
      action: { label: t("action.undo"), run: undo },
    });
  }

  return (
    <PanelSection
      title={t("contact.fields")}
      action={
        mayChange ? (
          <IconButton
            label={t("contact.addField")}
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            <Plus size={16} aria-hidden="true" />
          </IconButton>
        ) : null
      }
    >
      {error === null ? null : (
        <p role="alert" className="text-list text-red">
          {error}
        </p>
      )}
      {fields.length === 0 && !adding ? (
        <p className="text-list text-ink-2">
          {mayChange ? t("contact.noFields") : t("contact.noFieldsHere")}
        </p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {fields.map(([name, value]) => (
          <li key={name}>
            {mayChange ? (
              <FieldValue
                key={value}
                name={name}
                value={value}
                onSave={(now) => update({ fields: { [name]: now } })}
                onRemove={() => void remove(name, value)}
              />
            ) : (
              <FieldLine name={name} value={value} />
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <NewField
          onAdd={async (name, value) => {
            if (await update({ fields: { [name]: value } })) setAdding(false);
          }}
        />
      ) : null}
    </PanelSection>
  );
}

function FieldLine({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <dl className="text-list">
      <dt className="text-ink-2">{name}</dt>
      <dd className="wrap-anywhere" dir="auto">
        {value}
      </dd>
    </dl>
  );
}

type ValueProps = {
  readonly name: string;
  readonly value: string;
  readonly onSave: (value: string) => Promise<boolean>;
  readonly onRemove: () => void;
};

function FieldValue({ name, value, onSave, onRemove }: ValueProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const changed = text.trim() !== value && text.trim() !== "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) void onSave(text.trim());
      }}
    >
      <Field label={name}>
        {(tied) => (
          <div className="flex gap-1">
            <FieldInput tied={tied} name={name} value={text} onChange={setText} />
            {changed ? (
              <Button type="submit" look="primary">
                {t("action.save")}
              </Button>
            ) : (
              <IconButton label={t("contact.removeField", { name })} onClick={onRemove}>
                <Trash2 size={16} aria-hidden="true" />
              </IconButton>
            )}
          </div>
        )}
      </Field>
    </form>
  );
}

function NewField({ onAdd }: { readonly onAdd: (name: string, value: string) => Promise<void> }) {
  const { t } = useTranslation();
  const [pair, setPair] = useState({ name: "", value: "" });
  const name = pair.name.trim();
  const value = pair.value.trim();

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void onAdd(name, value);
  }

  return (
    <form className="mt-3 flex flex-col gap-2 rounded-control bg-surface-2 p-3" onSubmit={submit}>
      <FieldPair pair={pair} onChange={setPair} />
      <Button type="submit" look="primary" disabled={name === "" || value === ""}>
        {t("contact.addField")}
      </Button>
    </form>
  );
}
