import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActions } from "../api/actions.ts";
import { Field } from "../ui/Field.tsx";
import { Switch } from "../ui/Switch.tsx";

type Props = { readonly onMade: (personId: string) => void; readonly onCancel: () => void };

/** Makes a person with a phone. */
export function NewPersonForm({ onMade, onCancel }: Props) {
  const { t } = useTranslation();
  const { createPerson } = useActions();
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [username, setUsername] = useState("");
  const [hidden, setHidden] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  async function make(): Promise<void> {
    const user = username.trim().replace(/^@/, "");
    try {
      const person = await createPerson({
        name: name.trim(),
        phoneHidden: hidden,
        ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
        ...(user === "" ? {} : { username: user }),
      });
      onMade(person.id);
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form
      className="min-h-0 flex-1 space-y-3 overflow-y-auto pb-4"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div className="space-y-3 px-4">
        <Field
          label={t("person.name")}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t("person.phone")}
          hint={t("person.phoneHint")}
          type="tel"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
        <Field
          label={t("person.username")}
          hint={t("person.usernameHint")}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
      </div>
      <Switch
        label={t("me.hidden")}
        hint={t("me.hiddenHint")}
        checked={hidden}
        onChange={setHidden}
      />
      {refused !== null && (
        <p role="alert" className="px-4 text-red">
          {refused}
        </p>
      )}
      <div className="flex justify-end gap-2 px-4">
        <button type="button" className="btn" onClick={onCancel}>
          {t("cancel")}
        </button>
        <button type="submit" className="btn btn-primary" disabled={name.trim() === ""}>
          {t("person.make")}
        </button>
      </div>
    </form>
  );
}
