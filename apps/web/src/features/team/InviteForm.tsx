import type { InvitedJson, RoleChoiceJson } from "@galka/contract/json/team";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { RoleSelect } from "./RoleSelect.tsx";
import { useDeed } from "../../api/use-deed.ts";

/** Invites somebody, and shows the link: it is told this once. */
export function InviteForm() {
  const { t } = useTranslation();
  const api = useApi();
  const { busy, error, run } = useDeed();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<RoleChoiceJson>({ role: "member" });
  const [invited, setInvited] = useState<InvitedJson | null>(null);

  function invite(event: SubmitEvent): void {
    event.preventDefault();
    void run(async () => {
      setInvited(await api("inviteMember", { body: { email: email.trim(), ...role } }));
      setEmail("");
    });
  }

  return (
    <form className="flex flex-col gap-4" onSubmit={invite}>
      <div className="grid items-end gap-3 narrow:grid-cols-[1fr_11rem_auto]">
        <Field label={t("signIn.email")} error={error}>
          {(tied) => (
            <input
              {...tied}
              type="email"
              required
              className="field"
              value={email}
              onChange={({ target }) => setEmail(target.value)}
            />
          )}
        </Field>
        <Field label={t("team.role")}>
          {(tied) => (
            <RoleSelect
              id={tied.id}
              held={{ role: role.role, roleId: role.role === "custom" ? role.roleId : null }}
              onChoose={setRole}
            />
          )}
        </Field>
        <Button type="submit" look="primary" busy={busy}>
          {t("team.inviteAction")}
        </Button>
      </div>
      {invited ? <Link invited={invited} /> : null}
    </form>
  );
}

function Link({ invited: { invitation, link, mail } }: { readonly invited: InvitedJson }) {
  const { t } = useTranslation();
  const { email } = invitation;
  return (
    <output className="flex flex-col gap-3">
      <Notice tone={mail === "failed" ? "soon" : "good"}>
        {t(`team.mail.${mail}`, { email })}
      </Notice>
      <Field label={t("team.link")} hint={t("team.linkHint")}>
        {(tied) => (
          <div className="flex gap-2">
            <input
              {...tied}
              readOnly
              className="field font-mono text-list"
              value={link}
              onFocus={({ target }) => target.select()}
            />
            <Button onClick={() => void navigator.clipboard.writeText(link)}>
              {t("team.copy")}
            </Button>
          </div>
        )}
      </Field>
    </output>
  );
}
