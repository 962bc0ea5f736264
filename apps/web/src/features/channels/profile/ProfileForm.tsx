import type { ProfileJson } from "@galka/contract/json/profile";
import { PROFILE_LENGTHS, VERTICALS } from "@galka/core/channels/business-profile";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { UnsavedDialog } from "../../unsaved/UnsavedDialog.tsx";
import { useUnsaved } from "../../unsaved/use-unsaved.ts";
import { toasts } from "../../../ui/toasts.ts";
import { type ProfileFields, changeOf, fieldsOf, problemsOf } from "./profile-fields.ts";

type Props = { readonly channelId: string; readonly profile: ProfileJson };
type TextField = "about" | "address" | "email";

/** The texts of the profile. What is saved goes to WhatsApp and comes back from there. */
export function ProfileForm({ channelId, profile }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const [fields, setFields] = useState<ProfileFields>(() => fieldsOf(profile));
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = changeOf(profile, fields);
  const problems = problemsOf(change);
  const isChanged = Object.keys(change).length > 0;
  const unsaved = useUnsaved(isChanged);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const saved = await api("updateProfile", { params: { id: channelId }, body: change });
      queryClient.setQueryData(["profile", channelId], saved);
      toasts.add({ title: t("channel.saved") });
    } catch (problem) {
      setError(words(problem));
    } finally {
      setBusy(false);
    }
  }

  function problemIn(field: keyof ProfileFields): string | null {
    const problem = problems.get(field);
    return problem === undefined ? null : t(`profile.problem.${problem}`);
  }

  function line(name: TextField, hint?: string) {
    return (
      <Field label={t(`profile.${name}`)} hint={hint} error={problemIn(name)}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            type={name === "email" ? "email" : "text"}
            maxLength={PROFILE_LENGTHS[name]}
            value={fields[name]}
            onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
          />
        )}
      </Field>
    );
  }

  return (
    <form className="flex max-w-120 flex-col gap-4" onSubmit={(event) => void save(event)}>
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
      {line("about", t("profile.aboutHint"))}
      <Field label={t("profile.description")} error={problemIn("description")}>
        {(tied) => (
          <textarea
            {...tied}
            className="field min-h-20"
            maxLength={PROFILE_LENGTHS.description}
            value={fields.description}
            onChange={(event) => setFields({ ...fields, description: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("profile.vertical")}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={fields.vertical ?? ""}
            onChange={({ target }) =>
              setFields({
                ...fields,
                vertical: VERTICALS.find((it) => it === target.value) ?? null,
              })
            }
          >
            {profile.vertical === null ? <option value="">–</option> : null}
            {VERTICALS.map((vertical) => (
              <option key={vertical} value={vertical}>
                {t(`profile.verticalOf.${vertical}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {line("address")}
      {line("email")}
      <Field
        label={t("profile.websites")}
        hint={t("profile.websitesHint")}
        error={problemIn("websites")}
      >
        {(tied) => (
          <textarea
            {...tied}
            className="field min-h-14"
            value={fields.websites}
            onChange={(event) => setFields({ ...fields, websites: event.target.value })}
          />
        )}
      </Field>
      <Button
        type="submit"
        look="primary"
        busy={busy}
        disabled={!isChanged || problems.size > 0}
        className="self-start"
      >
        {t("profile.save")}
      </Button>
      <UnsavedDialog unsaved={unsaved} />
    </form>
  );
}
