import type { DeskJson } from "@galka/contract/json/distribution";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useMay } from "../../api/use-may.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { desksQuery } from "../work/desks-query.ts";
import { DeskForm } from "./DeskForm.tsx";
import { wordsText } from "./policy-draft.ts";

/** Who is there, how much they have of what they can take, and what they know. */
export function DesksSection() {
  const { t } = useTranslation();
  // Who is there changes with every browser that is opened and closed, which no event tells.
  const desks = useQuery({ ...desksQuery(useApi()), refetchInterval: 30_000 });
  const [edited, setEdited] = useState<DeskJson | null>(null);
  return (
    <Section title={t("distribution.desks")} lead={t("distribution.desksLead")}>
      {desks.isError ? (
        <ErrorState error={desks.error} onRetry={() => void desks.refetch()} />
      ) : desks.data ? (
        <ul className="divide-y">
          {desks.data.map((desk) => (
            <DeskLine key={desk.memberId} desk={desk} onEdit={() => setEdited(desk)} />
          ))}
        </ul>
      ) : (
        <Skeleton rows={3} kind="rows" />
      )}
      {edited ? <DeskForm desk={edited} onClose={() => setEdited(null)} /> : null}
    </Section>
  );
}

type LineProps = { readonly desk: DeskJson; readonly onEdit: () => void };

function DeskLine({ desk, onEdit }: LineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const mayChange = useMay()("settings.manage");
  const { name, presence, load, capacity, skills, languages } = desk;
  const said = [
    t(`distribution.presence.${presence}`),
    t("distribution.load", {
      load: wholeNumber(locale, load),
      capacity: wholeNumber(locale, capacity),
    }),
    ...(languages.length > 0 ? [wordsText(languages)] : []),
    ...(skills.length > 0 ? [wordsText(skills)] : []),
  ];
  return (
    <li className="flex flex-wrap items-center gap-3 py-2">
      <Avatar name={name} size={32} />
      <div className="min-w-32 flex-1">
        <p className="font-medium break-words">
          <bdi>{name}</bdi>
        </p>
        <p className="text-list break-words text-ink-2">{said.join(" · ")}</p>
      </div>
      {mayChange ? (
        <Button aria-label={t("distribution.changeOf", { name })} onClick={onEdit}>
          {t("distribution.change")}
        </Button>
      ) : null}
    </li>
  );
}
