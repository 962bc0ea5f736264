import type { InvitationSeenJson } from "@galka/contract/json/team";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { rootRouteId, useRouteContext, useRouter } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Mark } from "../../ui/marks/Mark.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useDeed } from "../../api/use-deed.ts";
import { LanguageLinks } from "./LanguageLinks.tsx";

/** What the link of an invitation opens. Its token stands behind the hash, which no server ever sees. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { api } = useRouteContext({ from: rootRouteId });
  const words = useErrorWords();
  const [token] = useState(() => globalThis.location.hash.slice(1));
  const seen = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => api("readInvitation", { body: { token } }),
    staleTime: Infinity,
  });
  return (
    <main className="flex h-full flex-col items-center overflow-y-auto bg-desk p-4">
      <div className="my-auto w-full max-w-90 py-8">
        <div className="mb-6 flex flex-col items-center gap-3 text-center">
          <Mark size={56} />
          <h1 className="text-head font-semibold">{t("invitation.title")}</h1>
        </div>
        {seen.isError ? (
          <Notice tone="bad" urgent>
            {words(seen.error)}
          </Notice>
        ) : null}
        {seen.data ? <AcceptForm token={token} seen={seen.data} /> : null}
      </div>
      <LanguageLinks />
    </main>
  );
}

type Props = { readonly token: string; readonly seen: InvitationSeenJson };

function AcceptForm({ token, seen }: Props) {
  const { t } = useTranslation();
  const { api } = useRouteContext({ from: rootRouteId });
  const router = useRouter();
  const queryClient = useQueryClient();
  const { busy, error, run } = useDeed();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");

  function accept(event: SubmitEvent): void {
    event.preventDefault();
    void run(async () => {
      const { done } = await api("acceptInvitation", { body: { token, name, password } });
      queryClient.clear();
      router.history.push(done ? "/inbox" : "/sign-in");
    });
  }

  return (
    <form className="flex flex-col gap-4 rounded-bubble border bg-surface p-6" onSubmit={accept}>
      <p>{t("invitation.words", { person: seen.invitedBy, workspace: seen.workspace })}</p>
      {error ? (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      ) : null}
      <Field label={t("signIn.email")}>
        {(tied) => (
          <input
            {...tied}
            readOnly
            autoComplete="username"
            className="field bg-surface-2"
            value={seen.email}
          />
        )}
      </Field>
      <Field label={t("settings.profile.name")}>
        {(tied) => (
          <input
            {...tied}
            required
            maxLength={100}
            autoComplete="name"
            className="field"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field
        label={t("signIn.password")}
        hint={seen.hasAccount ? t("invitation.ownPassword") : t("security.newHint")}
      >
        {(tied) => (
          <input
            {...tied}
            type="password"
            required
            minLength={8}
            autoComplete={seen.hasAccount ? "current-password" : "new-password"}
            className="field"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" busy={busy}>
        {t("invitation.accept")}
      </Button>
    </form>
  );
}
