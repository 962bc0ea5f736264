import type { NumberHealthJson } from "@galka/contract/json/numbers/health";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../settings/Section.tsx";
import { OverruleForm } from "./OverruleForm.tsx";

/** How far the number is held back, by whom, and how to decide otherwise. */
export function BrakePanel({ health }: { readonly health: NumberHealthJson }) {
  const { t } = useTranslation();
  const may = useMay();
  const api = useApi();
  const queries = useQueryClient();
  const [decides, setDecides] = useState(false);
  const mayDecide = may("campaigns.manage") || may("channels.manage");
  const { held, own, overrule } = health;
  const release = useMutation({
    mutationFn: () => api("releaseBrake", { params: { id: health.channelId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["collection", "health"] }),
  });
  const decide = mayDecide ? (
    <Button onClick={() => setDecides(true)}>{t("health.brake.decide")}</Button>
  ) : null;
  return (
    <Section title={t("health.brake.title")} lead={t("health.brake.lead")} action={decide}>
      <p className="flex flex-wrap items-baseline gap-x-2" data-held={held}>
        <span className="font-semibold">{t(`health.brake.${held}.name`)}</span>
        <span className="text-ink-2">{t(`health.brake.${held}.means`)}</span>
      </p>
      {overrule ? (
        <Notice tone="soon" className="mt-3">
          <p>
            {t("health.brake.by", { name: overrule.memberName ?? t("health.somebody") })}{" "}
            <q dir="auto">{overrule.reason}</q>
          </p>
          <p>
            {t("health.brake.until")} <Moment at={overrule.until} as="day" />.{" "}
            {t("health.brake.ownIs", { brake: t(`health.brake.${own.brake}.name`) })}
          </p>
          {mayDecide ? (
            <Button className="mt-2" busy={release.isPending} onClick={() => release.mutate()}>
              {t("health.brake.release")}
            </Button>
          ) : null}
        </Notice>
      ) : own.brake === "none" ? null : (
        <p className="mt-2 text-list text-ink-2">
          {t("health.brake.since")} <Moment at={own.since} as="day" />.{" "}
          {own.looserAt ? (
            <>
              {t("health.brake.looser")} <Moment at={own.looserAt} as="day" />.
            </>
          ) : (
            t("health.brake.needed")
          )}
        </p>
      )}
      {decides ? (
        <OverruleForm channelId={health.channelId} held={held} onClose={() => setDecides(false)} />
      ) : null}
    </Section>
  );
}
