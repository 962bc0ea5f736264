import { RefusedError } from "@galka/contract/client";
import { useQueryClient } from "@tanstack/react-query";
import { Link, rootRouteId, useRouteContext, useRouter, useSearch } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Mark } from "../../ui/marks/Mark.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { LanguageLinks } from "./LanguageLinks.tsx";
import { SecondFactorForm } from "./SecondFactorForm.tsx";

/** The door: e-mail and password. A one-time link is opened by the server itself. */
export function SignInPage() {
  const { t } = useTranslation();
  return (
    <main className="flex h-full flex-col items-center overflow-y-auto bg-desk p-4">
      <div className="my-auto w-full max-w-90 py-8">
        <div className="mb-6 flex flex-col items-center gap-3 text-center">
          <Mark size={56} />
          <h1 className="text-head font-semibold">{t("signIn.title")}</h1>
        </div>
        <SignInForm />
        <p className="mt-4 text-center text-list">
          <Link to="/which-whatsapp" className="link inline-flex min-h-6 items-center">
            {t("which.from")}
          </Link>
        </p>
      </div>
      <LanguageLinks />
    </main>
  );
}

function SignInForm() {
  const { t } = useTranslation();
  const { api } = useRouteContext({ from: rootRouteId });
  const { to } = useSearch({ from: "/sign-in" });
  const router = useRouter();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [asksSecond, setAsksSecond] = useState(false);

  function enter(): void {
    queryClient.clear();
    router.history.push(to ?? "/inbox");
  }

  async function signIn(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const { done } = await api("signIn", { body: { email: email.trim(), password } });
      if (done) enter();
      else setAsksSecond(true);
    } catch (problem) {
      setError(isWrong(problem) ? t("signIn.wrong") : words(problem));
      setBusy(false);
    }
  }

  if (asksSecond) return <SecondFactorForm onDone={enter} />;
  return (
    <form
      className="flex flex-col gap-4 rounded-bubble border bg-surface p-6"
      onSubmit={(event) => void signIn(event)}
    >
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
      <Field label={t("signIn.email")}>
        {(tied) => (
          <input
            {...tied}
            type="email"
            required
            autoComplete="username"
            className="field"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("signIn.password")}>
        {(tied) => (
          <input
            {...tied}
            type="password"
            required
            autoComplete="current-password"
            className="field"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" busy={busy}>
        {t("signIn.action")}
      </Button>
      <p className="text-list text-ink-2">{t("signIn.linkHint")}</p>
    </form>
  );
}

function isWrong(problem: unknown): boolean {
  return problem instanceof RefusedError && problem.refusal.refused === "not-signed-in";
}
