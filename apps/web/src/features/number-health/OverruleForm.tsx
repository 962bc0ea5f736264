import type { BrakeJson } from "@galka/contract/json/numbers/health";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/controls/Select.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";

const BRAKES: readonly BrakeJson[] = ["none", "slow", "pause-marketing", "pause-all"];
const HOURS = ["1", "4", "24", "72"] as const;

type Props = {
  readonly channelId: string;
  readonly held: BrakeJson;
  readonly onClose: () => void;
};

/** Puts a person's word in the place of Galka's, with the reason that everybody will read. */
export function OverruleForm({ channelId, held, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const queries = useQueryClient();
  const [brake, setBrake] = useState<BrakeJson>(held);
  const [hours, setHours] = useState<(typeof HOURS)[number]>("4");
  const [reason, setReason] = useState("");
  const save = useMutation({
    mutationFn: () =>
      api("overruleBrake", {
        params: { id: channelId },
        body: { brake, reason: reason.trim(), hours: Number(hours) },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["collection", "health"] });
      onClose();
    },
  });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    save.mutate();
  }

  return (
    <Modal
      open
      onClose={onClose}
      title={t("health.brake.decide")}
      description={t("health.brake.ends")}
    >
      <form className="flex flex-col gap-4" onSubmit={submit}>
        {save.isError ? (
          <Notice tone="bad" urgent>
            {words(save.error)}
          </Notice>
        ) : null}
        <Select
          label={t("health.brake.title")}
          className="field w-full"
          value={brake}
          onChange={setBrake}
          options={BRAKES.map((value) => ({ value, name: t(`health.brake.${value}.name`) }))}
        />
        <p className="text-list text-ink-2">{t(`health.brake.${brake}.means`)}</p>
        <Select
          label={t("health.brake.hours")}
          className="field w-full"
          value={hours}
          onChange={setHours}
          options={HOURS.map((value) => ({
            value,
            name: t("health.brake.forHours", { count: Number(value) }),
          }))}
        />
        <Field label={t("health.brake.reason")} hint={t("health.brake.reasonHint")}>
          {(tied) => (
            <textarea
              {...tied}
              required
              minLength={3}
              maxLength={500}
              rows={3}
              className="field h-auto py-2"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end">
          <Button
            type="submit"
            look="primary"
            busy={save.isPending}
            disabled={reason.trim().length < 3}
          >
            {t("health.brake.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
