import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonPatch } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Field } from "../ui/Field.tsx";
import { Switch } from "../ui/Switch.tsx";
import { BlockedChats } from "./BlockedChats.tsx";
import { ScreenHead } from "./ScreenHead.tsx";
import { usePhone } from "./phone-context.ts";

const AUTO_READ_MS = 3_000;

/** The person's own settings: who they are, and how their phone behaves. */
export function Me() {
  const { t } = useTranslation();
  const { person, go } = usePhone();
  const { attempt, changePerson } = useActions();
  const change = (patch: PersonPatch) => attempt(() => changePerson(person.id, patch));

  return (
    <>
      <ScreenHead title={t("me.title")} onBack={() => go({ at: "chats" })} />
      <div className="min-h-0 flex-1 overflow-y-auto pb-6">
        <div className="flex items-center gap-4 p-4">
          <Avatar id={person.id} name={person.name} size={64} />
          <div className="min-w-0">
            <p className="truncate text-[17px] font-semibold">{person.name}</p>
            <p className="text-ink-2">+{person.waId}</p>
            <p className="truncate font-mono text-meta text-ink-3" title={t("me.bsuid")}>
              {person.bsuid}
            </p>
          </div>
        </div>
        <Names key={`${person.name}|${person.username ?? ""}`} onSave={change} />
        <Switch
          label={t("me.online")}
          hint={t("me.onlineHint")}
          checked={person.online}
          onChange={(online) => change({ online })}
        />
        <Switch
          label={t("me.receipts")}
          hint={t("me.receiptsHint")}
          checked={person.readReceipts}
          onChange={(readReceipts) => change({ readReceipts })}
        />
        <Switch
          label={t("me.autoRead")}
          hint={t("me.autoReadHint")}
          checked={person.autoReadMs !== null}
          onChange={(on) => change({ autoReadMs: on ? AUTO_READ_MS : null })}
        />
        <Switch
          label={t("me.hidden")}
          hint={t("me.hiddenHint")}
          checked={person.phoneHidden}
          onChange={(phoneHidden) => change({ phoneHidden })}
        />
        <Switch
          label={t("me.registered")}
          hint={t("me.registeredHint")}
          checked={person.onWhatsApp}
          onChange={(onWhatsApp) => change({ onWhatsApp })}
        />
        <BlockedChats />
      </div>
    </>
  );
}

function Names({ onSave }: { readonly onSave: (patch: PersonPatch) => void }) {
  const { t } = useTranslation();
  const { person } = usePhone();
  const [name, setName] = useState(person.name);
  const [username, setUsername] = useState(person.username ?? "");
  const changed = name.trim() !== person.name || username.trim() !== (person.username ?? "");
  return (
    <form
      className="hairline-b space-y-3 px-4 pb-4"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = username.trim().replace(/^@/, "");
        onSave({ name: name.trim(), username: wanted === "" ? null : wanted });
      }}
    >
      <Field
        label={t("person.name")}
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t("person.username")}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
      />
      <button type="submit" className="btn" disabled={!changed || name.trim() === ""}>
        {t("save")}
      </button>
    </form>
  );
}
