import { useTranslation } from "react-i18next";
import { Choice } from "../parts/Choice.tsx";
import { DurationField } from "../parts/DurationField.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { type FaultDraft, LOST_BY, REQUEST_KINDS, WEBHOOK_KINDS } from "./fault-draft.ts";

type Props = {
  readonly draft: FaultDraft;
  readonly onChange: (part: Partial<FaultDraft>) => void;
};

/** What happens, and what there is to say about it. */
export function FaultActionFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { on, request, webhook } = draft;
  if (on === "webhook") {
    return (
      <>
        <Choice
          label={t("faults.form.what")}
          value={webhook}
          options={WEBHOOK_KINDS}
          words={(it) => t(`faults.webhook.${it}`)}
          onChange={(kind) => onChange({ webhook: kind })}
        />
        {webhook === "duplicate" && (
          <NumberField
            label={t("faults.form.times")}
            value={draft.times}
            min={1}
            onChange={(times) => onChange({ times })}
          />
        )}
        {webhook === "delay" && <Span draft={draft} onChange={onChange} />}
      </>
    );
  }
  const takesTime =
    request === "delay" ||
    request === "hang" ||
    (request === "lose-answer" && draft.by === "silence");
  return (
    <>
      <Choice
        label={t("faults.form.what")}
        value={request}
        options={REQUEST_KINDS}
        words={(it) => t(`faults.request.${it}`)}
        onChange={(kind) => onChange({ request: kind })}
      />
      {request === "graph-error" && (
        <>
          <NumberField
            label={t("faults.form.code")}
            value={draft.code}
            min={0}
            onChange={(code) => onChange({ code })}
          />
          <NumberField
            label={t("faults.form.subcode")}
            value={draft.subcode}
            min={0}
            onChange={(subcode) => onChange({ subcode })}
          />
        </>
      )}
      {request === "http" && (
        <NumberField
          label={t("faults.form.status")}
          value={draft.status}
          min={300}
          max={599}
          onChange={(status) => onChange({ status })}
        />
      )}
      {request === "lose-answer" && (
        <Choice
          label={t("faults.form.by")}
          value={draft.by}
          options={LOST_BY}
          words={(it) => t(`faults.lostBy.${it}`)}
          onChange={(by) => onChange({ by })}
        />
      )}
      {takesTime && <Span draft={draft} onChange={onChange} />}
    </>
  );
}

function Span({ draft, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <DurationField label={t("faults.form.ms")} ms={draft.ms} onChange={(ms) => onChange({ ms })} />
  );
}
