import type { ReachWish } from "@galka/contract/json/library";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import { useMayShare } from "./use-may-share.ts";
import { useTeamNames } from "./use-team-names.ts";

type Props = { readonly reach: ReachWish; readonly onChange: (reach: ReachWish) => void };

/** Whom something of the library is for. Who may not share keeps it to themselves. */
export function ReachField({ reach, onChange }: Props) {
  const { t } = useTranslation();
  const mayShare = useMayShare();
  const teams = useTeamNames();
  const value = reach.for === "team" ? reach.teamId : reach.for;

  function choose(chosen: string): void {
    if (chosen === "me" || chosen === "everyone") onChange({ for: chosen });
    else onChange({ for: "team", teamId: chosen });
  }

  return (
    <Field label={t("library.for")} hint={mayShare ? null : t("library.onlyForYou")}>
      {(tied) => (
        <select
          {...tied}
          className="field"
          value={value}
          disabled={!mayShare}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="me">{t("library.forMe")}</option>
          <option value="everyone">{t("library.forEveryone")}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
