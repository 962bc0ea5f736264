import type { MemberJson } from "@galka/contract/json/workspace";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { meQuery } from "../../api/me.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";

/** The member's own name, as colleagues see it. */
export function OwnName({ member }: { readonly member: MemberJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const [name, setName] = useState(member.name);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const changed = name.trim() !== member.name && name.trim() !== "";

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    try {
      const me = await api("updateMe", { body: { name: name.trim() } });
      queryClient.setQueryData(meQuery(api).queryKey, me);
      setError(null);
    } catch (problem) {
      setError(words(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="flex max-w-120 flex-col gap-4" onSubmit={(event) => void save(event)}>
      <Field label={t("settings.profile.name")} error={error}>
        {(tied) => (
          <div className="flex gap-2">
            <input
              {...tied}
              className="field"
              autoComplete="name"
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button type="submit" look="primary" busy={busy} disabled={!changed}>
              {t("action.save")}
            </Button>
          </div>
        )}
      </Field>
      <p className="text-list text-ink-2">
        {member.email} · {t(`role.${member.role}`)}
      </p>
    </form>
  );
}
